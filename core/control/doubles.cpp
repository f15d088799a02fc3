// SPDX-License-Identifier: Apache-2.0
#include "control/doubles.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "control/likeness.h"
#include "control/union_of_sets.h"

namespace cadran::control {

namespace {

constexpr std::size_t comparisons_at_all_events = 1'000'000;

// One of the records that are compared; of those that agree in everything only one is.
struct Candidate {
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
          sets_(population.size()),
          left_(comparisons_at_all_events + search.patience * population.size()) {}

    std::optional<Doubles> run() {
        take_candidates();
        unite_identical();
        if (!search_.digits.empty())
            compare_patterns();
        else if (!search_.near.empty())
            compare_neighbours();
        else
            unite_blocks();
        if (left_ == 0) return {};
        return Doubles{sets_.groups(), not_compared_};
    }

  private:
    void take_candidates() {
        for (std::size_t i = 0; i < population_.size(); ++i) {
            if (!likeness_.is_complete(i)) {
                ++not_compared_;
                continue;
            }
            candidates_.push_back({likeness_.block(i), likeness_.whole(i), i});
        }
        std::ranges::sort(candidates_, {},
                          [](const Candidate& one) { return std::tuple(one.block, one.whole, one.place); });
    }

    void unite_identical() {
        const auto same = [this](const Candidate& one, const Candidate& other) {
            if (one.block != other.block || one.whole != other.whole || !like(one, other)) return false;
            sets_.unite(one.place, other.place);
            return true;
        };
        candidates_.erase(std::unique(candidates_.begin(), candidates_.end(), same), candidates_.end());
    }

    void unite_blocks() {
        for (std::size_t i = 1; i < candidates_.size(); ++i) {
            const Candidate &before = candidates_[i - 1], &one = candidates_[i];
            if (before.block == one.block && like(before, one)) sets_.unite(before.place, one.place);
        }
    }

    // Within a block by the first of the fields that must be near: those behind the first that is too far
    // are too far as well.
    void compare_neighbours() {
        const Nearness& first = search_.near.front();
        std::ranges::sort(candidates_, {}, [&](const Candidate& one) {
            return std::tuple(one.block, likeness_.order(one.place, first), one.place);
        });
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            for (std::size_t j = i + 1; j < candidates_.size() && left_ > 0; ++j) {
                if (candidates_[j].block != candidates_[i].block) break;
                if (!likeness_.is_near(candidates_[i].place, candidates_[j].place, first)) break;
                compare(candidates_[i], candidates_[j]);
            }
        }
    }

    // Texts that are alike have a pattern in common.
    void compare_patterns() {
        std::vector<std::pair<std::uint64_t, std::size_t>> patterns;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            for (const std::uint64_t pattern : likeness_.patterns(candidates_[i].place))
                patterns.emplace_back(pattern ^ candidates_[i].block, i);
        }
        std::ranges::sort(patterns);
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            for (std::size_t j = i + 1; j < patterns.size() && left_ > 0; ++j) {
                if (patterns[j].first != patterns[i].first) break;
                compare(candidates_[patterns[i].second], candidates_[patterns[j].second]);
            }
        }
    }

    bool like(const Candidate& one, const Candidate& other) const {
        return likeness_.is_like(one.place, other.place);
    }

    void compare(const Candidate& one, const Candidate& other) {
        --left_;
        if (like(one, other)) sets_.unite(one.place, other.place);
    }

    const Population& population_;
    const DoubleSearch& search_;
    Likeness likeness_;
    UnionOfSets sets_;
    std::vector<Candidate> candidates_;
    std::size_t left_;  // comparisons
    std::int64_t not_compared_ = 0;
};

}  // namespace

std::optional<Doubles> doubles_of(const Population& population, const DoubleSearch& search) {
    return Search(population, search).run();
}

}  // namespace cadran::control
