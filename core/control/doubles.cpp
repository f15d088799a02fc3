// SPDX-License-Identifier: Apache-2.0
#include "control/doubles.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "control/likeness.h"

namespace cadran::control {

namespace {

constexpr std::size_t comparisons_at_all_events = 1'000'000;

struct Record {
    std::uint64_t block = 0;  // fingerprint of the fields that must be equal
    std::uint64_t whole = 0;  // and of all fields of the search
    std::size_t place = 0;
};

class Search {
  public:
    Search(const Population& population, const DoubleSearch& search)
        : population_(population),
          search_(search),
          likeness_(population, search),
          left_(comparisons_at_all_events + search.patience * population.size()) {}

    std::optional<Doubles> run() {
        take_records();
        take_candidates();
        if (!search_.digits.empty())
            note_patterns();
        else if (!search_.near.empty())
            put_in_order();
        Doubles doubles{{}, not_compared_};
        std::vector<bool> is_in_a_group(candidates_.size());
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (is_in_a_group[i]) continue;
            const std::vector<std::size_t> others = alike(i);
            if (left_ == 0) return {};
            if (others.empty() && candidates_[i].size() == 1) continue;
            for (const std::size_t other : others) is_in_a_group[other] = true;
            doubles.groups.push_back(group(i, others));
        }
        return doubles;
    }

  private:
    // Records that agree in everything; only the first of them is compared.
    struct Candidate {
        std::span<const Record> records;

        std::size_t place() const { return records.front().place; }
        std::uint64_t block() const { return records.front().block; }
        std::size_t size() const { return records.size(); }
    };

    void take_records() {
        for (std::size_t i = 0; i < population_.size(); ++i) {
            if (likeness_.is_complete(i))
                records_.push_back({likeness_.block(i), likeness_.whole(i), i});
            else
                ++not_compared_;
        }
        std::ranges::sort(records_, {},
                          [](const Record& one) { return std::tuple(one.block, one.whole, one.place); });
    }

    void take_candidates() {
        for (std::size_t first = 0, end = 0; first < records_.size(); first = end) {
            const Record& one = records_[first];
            for (end = first + 1; end < records_.size(); ++end) {
                const Record& next = records_[end];
                if (next.block != one.block || next.whole != one.whole) break;
                if (!likeness_.is_like(one.place, next.place)) break;
            }
            candidates_.push_back({std::span(records_).subspan(first, end - first)});
        }
        std::ranges::sort(candidates_, {}, &Candidate::place);
    }

    // Within a block by the first of the fields that must be near: those behind the first that is too far
    // are too far as well.
    void put_in_order() {
        for (std::size_t i = 0; i < candidates_.size(); ++i) order_.push_back(i);
        std::ranges::sort(order_, {}, [&](std::size_t i) {
            const Candidate& one = candidates_[i];
            return std::tuple(one.block(), likeness_.order(one.place(), search_.near.front()), i);
        });
        positions_.resize(order_.size());
        for (std::size_t i = 0; i < order_.size(); ++i) positions_[order_[i]] = i;
    }

    // Texts that are alike have a pattern in common.
    void note_patterns() {
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            for (const std::uint64_t pattern : patterns(i)) by_pattern_.emplace_back(pattern, i);
        }
        std::ranges::sort(by_pattern_);
    }

    std::vector<std::uint64_t> patterns(std::size_t candidate) const {
        const Candidate& one = candidates_[candidate];
        std::vector<std::uint64_t> patterns = likeness_.patterns(one.place());
        for (std::uint64_t& pattern : patterns) pattern ^= one.block();
        return patterns;
    }

    // The other candidates that are like it, each once, in any order.
    std::vector<std::size_t> alike(std::size_t candidate) {
        std::vector<std::size_t> others;
        if (!search_.digits.empty())
            add_by_patterns(candidate, others);
        else if (!search_.near.empty())
            add_neighbours(candidate, others);
        return others;
    }

    void add_by_patterns(std::size_t candidate, std::vector<std::size_t>& others) {
        std::vector<std::size_t> compared;
        for (const std::uint64_t pattern : patterns(candidate)) {
            const auto having = std::ranges::equal_range(by_pattern_, pattern, {},
                                                         &std::pair<std::uint64_t, std::size_t>::first);
            for (const auto& [shared, other] : having) {
                if (other != candidate) compared.push_back(other);
            }
        }
        std::ranges::sort(compared);
        compared.erase(std::unique(compared.begin(), compared.end()), compared.end());
        for (const std::size_t other : compared) compare(candidate, other, others);
    }

    void add_neighbours(std::size_t candidate, std::vector<std::size_t>& others) {
        const std::size_t position = positions_[candidate];
        for (std::size_t i = position; i-- > 0 && compare_near(candidate, order_[i], others);) {
        }
        for (std::size_t i = position + 1; i < order_.size() && compare_near(candidate, order_[i], others);
             ++i) {
        }
    }

    // False where nobody beyond is near either.
    bool compare_near(std::size_t one, std::size_t other, std::vector<std::size_t>& others) {
        const Candidate &left = candidates_[one], &right = candidates_[other];
        if (left_ == 0 || left.block() != right.block()) return false;
        if (!likeness_.is_near(left.place(), right.place(), search_.near.front())) return false;
        compare(one, other, others);
        return true;
    }

    void compare(std::size_t one, std::size_t other, std::vector<std::size_t>& others) {
        if (left_ == 0) return;
        --left_;
        if (likeness_.is_like(candidates_[one].place(), candidates_[other].place())) others.push_back(other);
    }

    // By their places, the first one first.
    std::vector<std::size_t> group(std::size_t first, const std::vector<std::size_t>& others) const {
        std::vector<std::size_t> places;
        const auto add = [&](std::size_t candidate) {
            for (const Record& record : candidates_[candidate].records) places.push_back(record.place);
        };
        add(first);
        std::ranges::for_each(others, add);
        std::sort(places.begin() + 1, places.end());
        return places;
    }

    const Population& population_;
    const DoubleSearch& search_;
    Likeness likeness_;
    std::vector<Record> records_;
    std::vector<Candidate> candidates_;                              // by their places
    std::vector<std::size_t> order_, positions_;                     // of candidates, and where each stands
    std::vector<std::pair<std::uint64_t, std::size_t>> by_pattern_;  // candidates
    std::size_t left_;                                               // comparisons
    std::int64_t not_compared_ = 0;
};

}  // namespace

std::optional<Doubles> doubles_of(const Population& population, const DoubleSearch& search) {
    return Search(population, search).run();
}

}  // namespace cadran::control
