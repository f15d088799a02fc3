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
    // Of two or more records, by their places in the population: a first record and all that are like it, in
    // order; groups in the order of their first records, none of which is like another one. So whatever has a
    // double stands in a group, in several where it is like several first records, and chains end; two that
    // are alike, but like different first records, may stand apart.
    std::vector<std::vector<std::size_t>> groups;
    std::int64_t not_compared = 0;  // records that lack a field of the search
};

// The first record of a group is the first that is in no group before. Compares only records with equal
// `same` fields and neighbouring values: in time that grows little faster than the population, as long as few
// are near each other without being doubles. None where patience ends.
std::optional<Doubles> doubles_of(const Population& population, const DoubleSearch& search);

}  // namespace cadran::control
