// SPDX-License-Identifier: Apache-2.0
#include "app/file_screening.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "base/repeats.h"
#include "record/block_reader.h"

namespace cadran::app {

namespace {

std::size_t cores() {
    return std::max(1U, std::thread::hardware_concurrency());
}

class FileScreening {
  public:
    FileScreening(Session& session, const record::BlockFile& file, std::vector<PreparedControl>& controls)
        : session_(session), file_(file), controls_(controls) {
        const std::size_t lanes = std::min<std::size_t>(cores(), std::max(1U, file.blocks.count()));
        std::vector<std::uint8_t> wanted(file.type.schema->fields().size(), 0);
        for (PreparedControl& control : controls) {
            screenings_.push_back(control.screening(file.type, lanes));
            for (const std::string& field : control.fields_read()) wanted[*file.type.schema->find(field)] = 1;
        }
        for (std::size_t i = 0; i < lanes; ++i) lanes_.push_back({record::BlockReader(file, wanted)});
    }

    // False where reading ended early.
    bool read() {
        on_all_cores(lanes_.size(), [&](std::size_t lane) { read(lane); });
        return !given_up_ && !is_cancelled();
    }

    bool is_cancelled() const { return session_.cancellation.stop_requested(); }

    bool keys_repeat() const {
        std::vector<std::uint64_t> all;
        for (const Lane& lane : lanes_)
            all.insert(all.end(), lane.reader.fingerprints().begin(), lane.reader.fingerprints().end());
        return !repeated(all).empty();
    }

    std::optional<ScreenedFile> finish() {
        ScreenedFile screened;
        for (const Lane& lane : lanes_) {
            screened.accepted += lane.accepted;
            screened.rejected += lane.rejected;
        }
        std::vector<std::optional<control::Evaluation>> evaluations(controls_.size());
        on_all_cores(controls_.size(), [&](std::size_t i) {
            record::BlockReader reader(file_, std::vector<std::uint8_t>(file_.type.schema->fields().size(), 0));
            evaluations[i] = controls_[i].finish(*screenings_[i], [&](std::span<const expression::RowPlace> places) {
                return fetch(reader, places);
            });
        });
        for (auto& evaluation : evaluations) {
            if (!evaluation) return {};
            screened.evaluations.push_back(std::move(*evaluation));
        }
        return screened;
    }

  private:
    struct Lane {
        record::BlockReader reader;
        std::int64_t accepted = 0;
        std::int64_t rejected = 0;
    };

    void read(std::size_t number) {
        Lane& lane = lanes_[number];
        const std::uint32_t count = file_.blocks.count();
        for (std::uint32_t block = next_++; block < count && !given_up_ && !is_cancelled(); block = next_++) {
            if (number == 0) session_.progress.advance({"app.importing"}, block, count);
            if (!lane.reader.read(block)) {
                given_up_ = true;
                return;
            }
            const std::span<const std::uint8_t> accepted = lane.reader.accepted();
            const auto sound = std::ranges::count(accepted, std::uint8_t{1});
            lane.accepted += sound;
            lane.rejected += std::ssize(accepted) - sound;
            for (const auto& screening : screenings_)
                screening->add(number, block, lane.reader.batch(), accepted);
        }
    }

    // Whole blocks at a time: places come sorted.
    static std::vector<expression::RecordPlace> fetch(record::BlockReader& reader,
                                                      std::span<const expression::RowPlace> places) {
        std::vector<expression::RecordPlace> records;
        records.reserve(places.size());
        std::vector<std::uint32_t> rows;
        for (std::size_t i = 0; i < places.size(); i += rows.size()) {
            rows.clear();
            for (std::size_t j = i; j < places.size() && places[j].batch == places[i].batch; ++j)
                rows.push_back(places[j].row);
            const auto batch = reader.fetch(places[i].batch, rows);
            for (std::size_t row = 0; row < rows.size(); ++row) records.emplace_back(batch, row);
        }
        return records;
    }

    Session& session_;
    const record::BlockFile& file_;
    std::vector<PreparedControl>& controls_;
    std::vector<std::unique_ptr<control::Screening>> screenings_;
    std::vector<Lane> lanes_;
    std::atomic<std::uint32_t> next_ = 0;
    std::atomic<bool> given_up_ = false;
};

}  // namespace

Result<std::optional<ScreenedFile>> screen_file(Session& session, const std::filesystem::path& file,
                                                const record::FileForm& form, const model::RecordType& type,
                                                const HashKey& secrets, std::vector<PreparedControl>& controls) {
    const auto opened = record::BlockFile::open(file, form, type, secrets);
    if (!opened) return tl::unexpected(opened.error());
    if (!*opened) return std::nullopt;
    FileScreening screening(session, **opened, controls);
    const bool is_read = screening.read();
    if (screening.is_cancelled()) return conflict({"record.cancelled"});
    if (!is_read || screening.keys_repeat()) return std::nullopt;
    auto screened = screening.finish();
    // That there is nothing in the file is told as in every other.
    if (screened && screened->accepted + screened->rejected == 0) return std::nullopt;
    return screened;
}

void on_all_cores(std::size_t count, const std::function<void(std::size_t)>& call) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) call(i);
    };
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < std::min(cores(), count); ++i)
        others.push_back(std::async(std::launch::async, work));
    work();
    for (std::future<void>& other : others) other.get();
}

}  // namespace cadran::app
