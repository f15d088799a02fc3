// SPDX-License-Identifier: Apache-2.0
// Records that may be the same thing twice, though they are not the same to the letter.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/decimal.h"
#include "control/population.h"

namespace cadran::control {

// Two numbers are near where they differ by no more than that share of the greater one, which is below 1, so
// that their signs are the same; two dates where they differ by no more than that many days.
struct Nearness {
    std::size_t field = 0;
    Decimal distance;
};

struct DoubleSearch {
    std::vector<std::size_t> same;  // fields with equal values
    std::vector<Nearness> near = {};
    // Texts or integers that are equal, or in which one digit differs, or two neighbouring digits changed
    // places.
    std::vector<std::size_t> digits = {};
    std::size_t patience = 2'000;  // comparisons a record, beside a million at all events
};

struct Doubles {
    // Of two or more records, by their places in the population: each is like another one of its group, not
    // necessarily like all. In order.
    std::vector<std::vector<std::size_t>> groups;
    std::int64_t not_compared = 0;  // records that lack a field of the search
};

// Compares only records with equal `same` fields and neighbouring values: in time that grows little faster
// than the population, as long as few are near each other. None where patience ends.
std::optional<Doubles> doubles_of(const Population& population, const DoubleSearch& search);

}  // namespace cadran::control
