// SPDX-License-Identifier: Apache-2.0
#include "app/file_screening.h"

#include <algorithm>
#include <atomic>

#include "base/all_cores.h"
#include "base/repeats.h"
#include "record/block_reader.h"

namespace cadran::app {

namespace {

using expression::RowPlace;

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
    std::optional<ScreenedFile> finish(const TakeEvaluation& take) {
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
        if (screened.accepted + screened.rejected == 0) return {};  // which is told as of every other file
        const Fetched fetched = fetch(chosen);
        on_all_cores(controls_.size(), [&](std::size_t i) {
            take(i, controls_[i].finish(*screenings_[i], fetched.records(*chosen[i])));
            screenings_[i].reset();
        });
        return screened;
    }

  private:
    struct Lane {
        record::BlockReader reader;
        expression::JoinLookups lookups = {};
        std::int64_t accepted = 0;
        std::int64_t rejected = 0;
        std::vector<record::BlockKeys> keys = {};
    };

    // Keys that do not ascend throughout the file are read once more, where only their range is known.
    bool has_repeated_keys() {
        std::vector<record::BlockKeys> blocks;
        for (Lane& lane : lanes_) std::ranges::move(lane.keys, std::back_inserter(blocks));
        if (record::are_apart(blocks)) return false;
        std::atomic<std::size_t> next = 0;
        on_all_cores(lanes_.size(), [&](std::size_t lane) {
            for (std::size_t i = next++; i < blocks.size(); i = next++) {
                if (!blocks[i].first.empty()) blocks[i] = lanes_[lane].reader.fingerprints(blocks[i].block);
            }
        });
        std::vector<std::span<const std::uint64_t>> all;
        for (const record::BlockKeys& block : blocks) all.emplace_back(block.fingerprints);
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
            lane.keys.push_back(lane.reader.keys());
            lane.lookups.stand_before(lane.reader.batch());
            for (const auto& screening : screenings_)
                screening->add(number, block, lane.reader.batch(), accepted, lane.lookups);
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
                                                std::vector<PreparedControl>& controls,
                                                const TakeEvaluation& take) {
    const auto opened = record::BlockFile::open(file, form, type, secrets);
    if (!opened) return tl::unexpected(opened.error());
    if (!*opened) return std::nullopt;
    FileScreening screening(session, **opened, controls);
    const bool is_read = screening.read();
    if (screening.is_cancelled()) return conflict({"record.cancelled"});
    if (!is_read) return std::nullopt;
    return screening.finish(take);
}

}  // namespace cadran::app
