// SPDX-License-Identifier: Apache-2.0
// Of the rows of many batches, those that can matter to a query. Batches may be let go of once they were
// looked at, and several threads may each look at some.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "expression/batch_evaluator.h"
#include "expression/selection.h"
#include "expression/text_mark.h"

namespace cadran::expression {

// How a row takes part.
enum class Part : std::uint8_t { none, before_the_period, in_the_period };

// Row `row` of the batch that was called `batch`.
struct RowPlace {
    std::uint32_t batch = 0;
    std::uint32_t row = 0;

    friend auto operator<=>(const RowPlace&, const RowPlace&) = default;
};

// What is asked about records that are not checked: each of them, or their number alone.
enum class Unchecked : std::uint8_t { told, counted };

using RecordPlace = std::pair<std::shared_ptr<const column::RecordBatch>, std::size_t>;
// The records that were looked at closely, in the order of their places, and what is selected of them; every
// other one is not selected.
struct Selected {
    std::vector<RecordPlace> records = {};
    // The choices are of those that chance did not take beforehand, in their order.
    Selection selection = {};
    std::int64_t unchecked = 0;  // records of the period that are not checked and are counted here alone
    std::vector<std::uint8_t> drawn = {};  // of each record, 1 where chance took it; none where it took none

    bool is_drawn(std::size_t record) const { return !drawn.empty() && drawn[record] != 0; }
    // Calls for the index of each record with its choice.
    template <typename Take>
    void for_each(const Take& take) const {
        const Choice taken{Standing::selected};
        auto choice = selection.choices.begin();
        for (std::size_t i = 0; i < records.size(); ++i) take(i, is_drawn(i) ? taken : *choice++);
    }
};

// Each thread has its own.
class BatchSieve {
  public:
    // As of Selector; copies the evaluator. Where unchecked records are counted, those of which `where` is
    // unknown, or that lack a key that is known at once, take no memory, whatever their number.
    BatchSieve(const Evaluator& evaluator, std::size_t key, const HashKey& seed,
               Unchecked unchecked = Unchecked::told);

    // Forgets what it was given. Where it does not prune, all records wait among which the sample is drawn,
    // and choose() always tells.
    void start_over(bool prunes = true);

    // The batch needs the columns alone that the query reads, and the key; it has one part a row, and the
    // lookups stand before it. No two batches are called by one number.
    void add(std::uint32_t number, const column::RecordBatch& batch, std::span<const Part> parts,
             JoinLookups& lookups);

    // What waits in memory since it started.
    struct Waiting {
        std::int64_t certain = 0;   // rows that want a close look
        std::int64_t perhaps = 0;   // those that are told later whether they do
        std::int64_t drawable = 0;  // those among which the sample is drawn

        friend Waiting operator-(const Waiting& one, const Waiting& other) {
            return {one.certain - other.certain, one.perhaps - other.perhaps, one.drawable - other.drawable};
        }
    };
    const Waiting& waiting() const { return waiting_; }

    // The rows that want a close look.
    struct Chosen {
        std::vector<RowPlace> places = {};                // sorted
        std::vector<Part> parts = {};                     // likewise
        std::vector<std::uint8_t> drawn = {};             // likewise, 1 for each that chance took
        std::optional<std::vector<Stratum>> strata = {};  // where the sample is drawn already
        std::int64_t unchecked = 0;                       // as of Selected

        void add(RowPlace place, Part part, bool by_chance);
    };
    // Of all records that these sieves were given, which are of one query; to be asked once. None where every
    // record wants one.
    static std::optional<Chosen> choose(std::span<BatchSieve> sieves);
    // What Selector selects, given the records of those places, whole.
    Selected select(Chosen chosen, std::vector<RecordPlace> records) const;

  private:
    struct Stance {
        Part part = Part::none;
        bool kept = false;   // by `where`; else an error or unknown
        bool lacks = false;  // a key of its group or stratum

        friend bool operator==(const Stance&, const Stance&) = default;
    };
    // The rows of a batch that may matter, in as little memory as says it.
    struct OfBatch {
        std::uint32_t number = 0;
        std::uint32_t count = 0;
        std::vector<std::uint16_t> rows = {};  // none where they are the first ones of the batch
        std::vector<Stance> stances = {};      // one for all where they are alike
        // Of their groups, where single ones are out: two groups may have the same, which costs a close look.
        std::span<const std::uint32_t> fingerprints = {};

        std::uint32_t row(std::size_t i) const {
            return rows.empty() ? static_cast<std::uint32_t>(i) : rows[i];
        }
        const Stance& stance(std::size_t i) const {
            return stances.size() == 1 ? stances.front() : stances[i];
        }
        void tighten();
    };
    // Of the fingerprints of many batches, in a few pieces so large that the machine has them back at once;
    // what is not written of them takes no memory.
    class Room {
      public:
        std::span<std::uint32_t> take(std::size_t count);

      private:
        static constexpr std::size_t size_of_piece = std::size_t{1} << 23;

        std::vector<std::unique_ptr<std::uint32_t[]>> pieces_;
        std::span<std::uint32_t> left_;
    };
    struct Drawable {
        std::uint64_t chance = 0;
        RowPlace place;
    };
    struct Population {
        std::vector<column::Scalar> keys;
        std::int64_t count = 0;
        std::vector<Drawable> drawables = {};
        std::uint64_t bound = ~std::uint64_t{0};  // every record whose chance is at most that is there
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Populations = std::unordered_map<std::string, Population, TextHash, std::equal_to<>>;

    void find_rows(std::span<const Part> parts, std::span<const Verdict> verdicts);
    void forget_batches();
    void draw(std::uint32_t number, const column::RecordBatch& batch);
    Population& population_of(const column::RecordBatch& batch, std::size_t row);
    std::string_view stratum_of(const column::RecordBatch& batch, std::size_t row);
    void prune(Population& population);
    static bool tells_first(Population& population, std::size_t count);
    void choose_rows(const std::vector<const OfBatch*>& batches, Chosen& chosen) const;
    static std::vector<std::uint32_t> repeated_fingerprints(const std::vector<const OfBatch*>& batches);
    std::vector<const OfBatch*> by_number(std::span<BatchSieve> sieves) const;
    std::optional<std::vector<Stratum>> draw_sample(std::span<BatchSieve> sieves,
                                                    std::vector<RowPlace>& drawn) const;

    std::unique_ptr<Evaluator> evaluator_;
    BatchEvaluator conditions_{*evaluator_};
    std::size_t key_;
    HashKey seed_;
    bool single_ones_are_out_;
    bool draws_;  // a sample, by chances that are known at once
    Unchecked asked_;
    bool prunes_ = true;
    std::int64_t unchecked_ = 0;
    Waiting waiting_;
    std::vector<OfBatch> batches_;
    Room room_;
    Populations populations_;
    // Those of short names that were met last, each at a place that its name leads to: there are few in most
    // samples.
    struct Met {
        TextMark name = {};
        Population* population = nullptr;
    };
    std::array<Met, 256> met_{};
    std::string stratum_;  // of the row at hand
    // Rows of the batch at hand: those that may matter, and those that may be drawn, with their keys.
    std::vector<std::uint16_t> rows_;
    std::vector<std::uint16_t> drawn_rows_;
    std::vector<std::string_view> names_;
    std::vector<std::uint64_t> chances_;
};

}  // namespace cadran::expression
