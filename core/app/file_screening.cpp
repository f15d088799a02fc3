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

using expression::RowPlace;

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

    // None where keys repeat, or some control has to look at all records at once.
    std::optional<ScreenedFile> finish() {
        ScreenedFile screened;
        for (const Lane& lane : lanes_) {
            screened.accepted += lane.accepted;
            screened.rejected += lane.rejected;
        }
        std::vector<std::optional<std::span<const RowPlace>>> chosen(controls_.size());
        bool keys_repeat = false;
        on_all_cores(controls_.size() + 1, [&](std::size_t i) {
            if (i == 0)
                keys_repeat = has_repeated_keys();
            else
                chosen[i - 1] = screenings_[i - 1]->choose();
        });
        if (keys_repeat ||
            !std::ranges::all_of(chosen, [](const auto& places) { return places.has_value(); }))
            return {};
        const Fetched fetched = fetch(chosen);
        screened.evaluations.resize(controls_.size());
        on_all_cores(controls_.size(), [&](std::size_t i) {
            screened.evaluations[i] = controls_[i].finish(*screenings_[i], fetched.records(*chosen[i]));
        });
        return screened;
    }

  private:
    struct Lane {
        record::BlockReader reader;
        std::int64_t accepted = 0;
        std::int64_t rejected = 0;
        std::vector<std::vector<std::uint64_t>> keys = {};  // their fingerprints, by block
    };

    bool has_repeated_keys() const {
        std::vector<std::span<const std::uint64_t>> all;
        for (const Lane& lane : lanes_) all.insert(all.end(), lane.keys.begin(), lane.keys.end());
        return !repeated(all).empty();
    }

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
            lane.keys.emplace_back(lane.reader.fingerprints().begin(), lane.reader.fingerprints().end());
            for (const auto& screening : screenings_)
                screening->add(number, block, lane.reader.batch(), accepted);
        }
    }

    // Rows of blocks, read once more, whole.
    struct Fetched {
        std::vector<RowPlace> places = {};  // sorted, each once
        std::vector<expression::RecordPlace> of_places = {};

        // Some of the places, sorted.
        std::vector<expression::RecordPlace> records(std::span<const RowPlace> wanted) const {
            std::vector<expression::RecordPlace> records;
            records.reserve(wanted.size());
            std::size_t at = 0;
            for (const RowPlace& place : wanted) {
                while (places[at] != place) ++at;
                records.push_back(of_places[at]);
            }
            return records;
        }
    };

    Fetched fetch(const std::vector<std::optional<std::span<const RowPlace>>>& chosen) const {
        Fetched fetched;
        for (const auto& places : chosen)
            fetched.places.insert(fetched.places.end(), places->begin(), places->end());
        std::ranges::sort(fetched.places);
        fetched.places.erase(std::unique(fetched.places.begin(), fetched.places.end()), fetched.places.end());
        fetched.of_places.resize(fetched.places.size());
        std::vector<std::size_t> starts;  // of blocks
        for (std::size_t i = 0; i < fetched.places.size(); ++i) {
            if (i == 0 || fetched.places[i].batch != fetched.places[i - 1].batch) starts.push_back(i);
        }
        starts.push_back(fetched.places.size());
        std::atomic<std::size_t> next = 0;
        on_all_cores(lanes_.size(), [&](std::size_t) {
            record::BlockReader reader(file_,
                                       std::vector<std::uint8_t>(file_.type.schema->fields().size(), 0));
            for (std::size_t block = next++; block + 1 < starts.size(); block = next++)
                fetch_block(reader, starts[block], starts[block + 1], fetched);
        });
        return fetched;
    }

    static void fetch_block(record::BlockReader& reader, std::size_t from, std::size_t to, Fetched& fetched) {
        std::vector<std::uint32_t> rows;
        for (std::size_t i = from; i < to; ++i) rows.push_back(fetched.places[i].row);
        const auto batch = reader.fetch(fetched.places[from].batch, rows);
        for (std::size_t i = from; i < to; ++i) fetched.of_places[i] = {batch, i - from};
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
                                                const HashKey& secrets,
                                                std::vector<PreparedControl>& controls) {
    const auto opened = record::BlockFile::open(file, form, type, secrets);
    if (!opened) return tl::unexpected(opened.error());
    if (!*opened) return std::nullopt;
    FileScreening screening(session, **opened, controls);
    const bool is_read = screening.read();
    if (screening.is_cancelled()) return conflict({"record.cancelled"});
    if (!is_read) return std::nullopt;
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
