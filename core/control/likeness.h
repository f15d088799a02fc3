// SPDX-License-Identifier: Apache-2.0
// Whether two records of a population are doubles of each other; only this layer sees it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "control/doubles.h"

namespace cadran::control {

// Equal, or one digit differs, or two neighbouring digits changed places.
bool are_alike(std::string_view one, std::string_view other);

class Likeness {
  public:
    // Borrows both.
    Likeness(const Population& population, const DoubleSearch& search);

    // Has every field of the search.
    bool is_complete(std::size_t place) const;
    // Fingerprints of the fields that must be equal, and of all fields: what is like has the same `block`.
    std::uint64_t block(std::size_t place) const;
    std::uint64_t whole(std::size_t place) const;
    // Of the first text that must be alike: two that are have one in common.
    std::vector<std::uint64_t> patterns(std::size_t place) const;
    // A record near one is nearer in this order than those that are not.
    std::pair<bool, std::uint64_t> order(std::size_t place, const Nearness& nearness) const;

    bool is_near(std::size_t one, std::size_t other, const Nearness& nearness) const;
    bool is_like(std::size_t one, std::size_t other) const;

  private:
    std::string text(std::size_t place, std::size_t field) const;
    bool is_date(std::size_t field) const;

    const Population& population_;
    const DoubleSearch& search_;
};

}  // namespace cadran::control
