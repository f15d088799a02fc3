// SPDX-License-Identifier: Apache-2.0
// Things that belong together because each is joined to another: sets that are united until all is said.
#pragma once

#include <cstddef>
#include <map>
#include <numeric>
#include <vector>

namespace cadran::control {

class UnionOfSets {
  public:
    explicit UnionOfSets(std::size_t size) : parents_(size) {
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
    }

    // The least member stands for the set.
    void unite(std::size_t one, std::size_t other) {
        one = root(one);
        other = root(other);
        parents_[std::max(one, other)] = std::min(one, other);
    }

    // The sets of two or more, members and sets in order.
    std::vector<std::vector<std::size_t>> groups() {
        std::map<std::size_t, std::vector<std::size_t>> members;
        for (std::size_t i = 0; i < parents_.size(); ++i) {
            const std::size_t first = root(i);
            if (first == i) continue;
            std::vector<std::size_t>& group = members[first];
            if (group.empty()) group.push_back(first);
            group.push_back(i);
        }
        std::vector<std::vector<std::size_t>> groups;
        for (auto& [first, group] : members) groups.push_back(std::move(group));
        return groups;
    }

  private:
    std::size_t root(std::size_t one) {
        while (parents_[one] != one) one = parents_[one] = parents_[parents_[one]];
        return one;
    }

    std::vector<std::size_t> parents_;
};

}  // namespace cadran::control
