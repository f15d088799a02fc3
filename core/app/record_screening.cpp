// SPDX-License-Identifier: Apache-2.0
#include "app/record_screening.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <numeric>

#include "app/memory.h"
#include "app/screening_need.h"
#include "base/all_cores.h"
#include "base/memory.h"
#include "record/key_check.h"

namespace cadran::app {

namespace {

using expression::RowPlace;
using expression::Share;

// Of what a value takes in memory besides what it took in its file.
constexpr std::int64_t bytes_a_value = 9;
// Keys have that part of the memory, what waits for a close look the rest.
constexpr std::int64_t part_of_keys = 6;
// A part that needs too much is divided by so much at once, at most; and again, but not for ever.
constexpr double most_divisions = 64;
// Of blocks that are read once more, so many become one batch.
constexpr std::size_t rows_at_once = 1024;
constexpr std::size_t most_rows = column::RecordBatch::greatest_rows;
constexpr double margin = 1.25;
constexpr std::uint64_t most_parts = 1 << 16;

class RecordScreening {
  public:
    RecordScreening(Session& session, const record::BatchSource& records, const model::RecordType& type,
                    std::vector<PreparedControl>& controls, std::int64_t memory, const TakeScreened& take)
        : session_(session),
          records_(records),
          fields_(type.schema->fields().size()),
          controls_(controls),
          given_(memory),
          memory_(memory - memory / part_of_keys),
          take_(take),
          need_(controls.size()),
          keys_({session.workspace.folder(), memory / part_of_keys}) {
        const std::size_t lanes = std::min<std::size_t>(cores(), std::max(1U, records.blocks()));
        std::vector<std::uint8_t> wanted(fields_, 0);
        for (PreparedControl& control : controls) {
            screenings_.push_back(control.screening(type, lanes));
            for (const std::string& field : control.fields_read()) wanted[*type.schema->find(field)] = 1;
        }
        for (std::size_t i = 0; i < lanes; ++i) {
            lanes_.push_back({records.reader(wanted)});
            lanes_.back().waiting.resize(controls.size());
        }
    }

    // None where only a careful reader can tell.
    Result<std::optional<ScreenedRecords>> screen() {
        screened_.parts = 0;
        for (std::vector<Share> open{{}}; !open.empty();) {
            const Share share = open.back();
            open.pop_back();
            const Outcome outcome = look_at(share);
            if (session_.cancellation.stop_requested()) return conflict({"record.cancelled"});
            if (outcome == Outcome::unreadable) return std::nullopt;
            if (outcome == Outcome::done) {
                ++screened_.parts;
                continue;
            }
            if (!can_be_divided(share)) return more_memory();
            is_divided_ = true;
            std::ranges::move(share.divided(divisions()), std::back_inserter(open));
        }
        return screened_;
    }

  private:
    enum class Outcome { done, too_much, unreadable };
    using Waiting = expression::BatchSieve::Waiting;
    using Places = std::vector<std::span<const RowPlace>>;  // by control

    struct Lane {
        std::unique_ptr<record::BatchReader> reader;
        expression::JoinLookups lookups = {};
        std::int64_t accepted = 0;
        std::int64_t rejected = 0;
        std::vector<Waiting> waiting = {};  // as the need knows it, by control
    };

    Outcome look_at(Share share) {
        if (const Outcome read = read_all(share); read != Outcome::done) return read;
        if (!lines_are_known() && !accept_lines()) return Outcome::unreadable;
        Places chosen(controls_.size());
        std::atomic<bool> can_tell = true;
        on_all_cores(controls_.size(), [&](std::size_t i) {
            if (const auto places = screenings_[i]->choose())
                chosen[i] = *places;
            else
                can_tell = false;
        });
        if (!can_tell) {
            prunes_ = false;
            return look_at(share);
        }
        for (std::size_t i = 0; i < controls_.size(); ++i) need_.settle(i, std::ssize(chosen[i]));
        if (need_of_all() > memory_) return Outcome::too_much;
        if (is_divided_) return_free_memory();
        finish(chosen);
        return Outcome::done;
    }

    // Those of the first part tell of all lines.
    bool lines_are_known() const { return screened_.parts > 0; }

    // Every block that holds records of the share; all of them as long as nobody knows the lines.
    Outcome read_all(Share share) {
        for (const auto& screening : screenings_) screening->start_over(share, prunes_);
        if (is_divided_) return_free_memory();
        need_.start_over();
        for (Lane& lane : lanes_) {
            lane.accepted = lane.rejected = 0;
            std::ranges::fill(lane.waiting, Waiting());
        }
        if (!lines_are_known()) {
            keys_.start_over();
            seen_rows_ = seen_blocks_ = 0;
        }
        next_ = 0;
        unreadable_ = needs_too_much_ = false;
        on_all_cores(lanes_.size(), [&](std::size_t lane) { read(lane); });
        read_share_ = std::min(1.0, static_cast<double>(next_) / std::max(1U, records_.blocks()));
        if (unreadable_ || session_.cancellation.stop_requested()) return Outcome::unreadable;
        return needs_too_much_ ? Outcome::too_much : Outcome::done;
    }

    bool goes_on() const {
        return !unreadable_ && !needs_too_much_ && !session_.cancellation.stop_requested();
    }

    void read(std::size_t number) {
        const std::uint32_t count = records_.blocks();
        for (std::uint32_t block = next_++; block < count && goes_on(); block = next_++) {
            if (number == 0) session_.progress.advance({"app.importing"}, block, count);
            const auto leaves_out = [&](const auto& screening) { return screening->leaves_out(block); };
            if (lines_are_known() && std::ranges::all_of(screenings_, leaves_out)) continue;
            if (!lanes_[number].reader->read(block)) {
                unreadable_ = true;
                return;
            }
            if (!lines_are_known()) count_lines(lanes_[number]);
            screen_block(number, block);
            if (need_of_all() > memory_) needs_too_much_ = true;
        }
    }

    void count_lines(Lane& lane) {
        const std::span<const std::uint8_t> accepted = lane.reader->accepted();
        const auto sound = std::ranges::count(accepted, std::uint8_t{1});
        lane.accepted += sound;
        lane.rejected += std::ssize(accepted) - sound;
        seen_rows_ += std::ssize(accepted);
        ++seen_blocks_;
        if (!records_.keys_differ()) keys_.note(lane.reader->keys());
    }

    void screen_block(std::size_t number, std::uint32_t block) {
        Lane& lane = lanes_[number];
        lane.lookups.stand_before(lane.reader->batch());
        for (std::size_t i = 0; i < screenings_.size(); ++i) {
            control::Screening& screening = *screenings_[i];
            if (screening.leaves_out(block)) continue;
            screening.add(number, block, lane.reader->batch(), lane.reader->accepted(), lane.lookups);
            need_.add(i, screening.waiting(number) - lane.waiting[i]);
            lane.waiting[i] = screening.waiting(number);
        }
    }

    // False where keys repeat, or there is no record, which is told as of every other file.
    bool accept_lines() {
        screened_.accepted = screened_.rejected = 0;
        std::vector<record::BatchReader*> readers;
        for (Lane& lane : lanes_) {
            screened_.accepted += lane.accepted;
            screened_.rejected += lane.rejected;
            readers.push_back(lane.reader.get());
        }
        if (records_.keys_differ()) return true;
        return screened_.accepted + screened_.rejected > 0 && !keys_.repeated(readers);
    }

    // In memory, of what was read so far.
    std::int64_t bytes_a_record() const {
        const std::int64_t rows = std::max<std::int64_t>(seen_rows_, 1);
        const std::int64_t bytes = records_.bytes() / std::max(1U, records_.blocks()) * seen_blocks_;
        return bytes / rows + static_cast<std::int64_t>(fields_) * bytes_a_value;
    }

    std::int64_t need_of_all() const {
        return need_.of(bytes_a_record(), [](std::size_t) { return true; });
    }

    // Of those controls that do not need less where the share is divided.
    std::int64_t need_that_stays() const {
        return need_.of(bytes_a_record(), [&](std::size_t i) { return !screenings_[i]->divides(); });
    }

    bool can_be_divided(Share share) const { return need_that_stays() <= memory_ && share.of < most_parts; }

    std::uint64_t divisions() const {
        const double parts = whole(need_of_all()) / static_cast<double>(memory_);
        return static_cast<std::uint64_t>(std::clamp(std::ceil(parts * margin), 2.0, most_divisions));
    }

    // Of what a share needs as far as it was read.
    double whole(std::int64_t need) const { return static_cast<double>(need) / std::max(read_share_, 0.001); }

    tl::unexpected<Failure> more_memory() const {
        const std::int64_t staying = need_that_stays();
        const double needed = whole(staying > memory_ ? staying : need_of_all());
        return refuse_memory(session_, given_,
                             static_cast<std::int64_t>(needed * margin * part_of_keys / (part_of_keys - 1)));
    }

    // Reads what is wanted of some blocks once more, whole; then all controls take a close look.
    void finish(const Places& chosen) {
        const Fetched fetched = fetch(chosen);
        // Those with the most records first, so that all cores end at about the same time.
        std::vector<std::size_t> by_rows(controls_.size());
        std::iota(by_rows.begin(), by_rows.end(), std::size_t{0});
        std::ranges::stable_sort(by_rows, std::greater(), [&](std::size_t i) { return chosen[i].size(); });
        std::atomic<std::size_t> next = 0;
        on_all_cores(need_.at_a_time(bytes_a_record(), memory_), [&](std::size_t) {
            for (std::size_t at = next++; at < controls_.size(); at = next++) {
                const std::size_t i = by_rows[at];
                const auto take = [&](std::string_view order, model::Finding& finding) {
                    take_.finding(i, order, finding);
                };
                take_.judged(i, controls_[i].finish(*screenings_[i], fetched.records(chosen[i]), take));
                screenings_[i]->start_over({}, prunes_);
            }
        });
    }

    // Rows of blocks, read once more, whole.
    struct Fetched {
        struct Row {
            std::uint32_t batch = 0;
            std::uint32_t row = 0;
        };
        std::vector<RowPlace> places = {};  // sorted, each once
        std::vector<Row> rows = {};         // of the places
        std::vector<std::shared_ptr<const column::RecordBatch>> batches = {};

        // Some of the places, sorted.
        std::vector<expression::RecordPlace> records(std::span<const RowPlace> wanted) const {
            std::vector<expression::RecordPlace> records;
            records.reserve(wanted.size());
            std::size_t at = 0;
            for (const RowPlace& place : wanted) {
                while (places[at] != place) ++at;
                records.emplace_back(batches[rows[at].batch], rows[at].row);
            }
            return records;
        }
    };

    Fetched fetch(const Places& chosen) {
        Fetched fetched;
        for (const auto& places : chosen)
            fetched.places.insert(fetched.places.end(), places.begin(), places.end());
        std::ranges::sort(fetched.places);
        fetched.places.erase(std::unique(fetched.places.begin(), fetched.places.end()), fetched.places.end());
        fetched.rows.resize(fetched.places.size());
        std::vector<std::size_t>
            starts;  // of what is fetched at once: whole blocks, as long as a batch has room
        for (std::size_t i = 0; i < fetched.places.size(); ++i) {
            const std::size_t rows = starts.empty() ? most_rows : i - starts.back();
            const bool is_next_block = i == 0 || fetched.places[i].batch != fetched.places[i - 1].batch;
            if (rows >= most_rows || (rows >= rows_at_once && is_next_block)) starts.push_back(i);
        }
        starts.push_back(fetched.places.size());
        fetched.batches.resize(starts.size() - 1);
        std::atomic<std::uint32_t> next = 0;
        on_all_cores(lanes_.size(), [&](std::size_t lane) {
            for (std::uint32_t i = next++; i < fetched.batches.size(); i = next++)
                fetch_batch(*lanes_[lane].reader, i, starts[i], starts[i + 1], fetched);
        });
        return fetched;
    }

    // Of the places from `from` to `to`.
    static void fetch_batch(record::BatchReader& reader, std::uint32_t batch, std::size_t from,
                            std::size_t to, Fetched& fetched) {
        std::vector<record::BlockRow> rows;
        for (std::size_t i = from; i < to; ++i) {
            rows.push_back({fetched.places[i].batch, fetched.places[i].row});
            fetched.rows[i] = {batch, static_cast<std::uint32_t>(i - from)};
        }
        fetched.batches[batch] = reader.fetch(rows);
    }

    Session& session_;
    const record::BatchSource& records_;
    std::size_t fields_;
    std::vector<PreparedControl>& controls_;
    std::int64_t given_;
    std::int64_t memory_;  // for what waits and what is looked at
    const TakeScreened& take_;
    ScreeningNeed need_;
    record::KeyCheck keys_;
    std::vector<std::unique_ptr<control::Screening>> screenings_;  // by control
    std::vector<Lane> lanes_;
    ScreenedRecords screened_;
    bool prunes_ = true;
    bool is_divided_ = false;
    double read_share_ = 0;  // of the blocks
    std::atomic<std::int64_t> seen_rows_ = 0;
    std::atomic<std::int64_t> seen_blocks_ = 0;
    std::atomic<std::uint32_t> next_ = 0;
    std::atomic<bool> unreadable_ = false;
    std::atomic<bool> needs_too_much_ = false;
};

}  // namespace

Result<std::optional<ScreenedRecords>> screen_records(Session& session, const record::BatchSource& records,
                                                      const model::RecordType& type,
                                                      std::vector<PreparedControl>& controls,
                                                      std::int64_t memory, const TakeScreened& take) {
    return RecordScreening(session, records, type, controls, memory, take).screen();
}

}  // namespace cadran::app
