// SPDX-License-Identifier: Apache-2.0
// Numbers that are missing in a sequence: `F-0007` between `F-0006` and `F-0008`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "control/population.h"

namespace cadran::control {

// As many numbers that no record has, first and last as the sequence would write them.
struct Gap {
    std::string first;
    std::string last;
    std::int64_t count = 0;
};

// The numbers behind one prefix.
struct Series {
    std::string prefix;
    std::string first;  // as written
    std::string last;
    std::int64_t numbers = 0;   // different ones
    std::int64_t repeated = 0;  // records whose number another one has already
    std::int64_t missing = 0;
    std::vector<Gap> gaps = {};
};

struct Sequence {
    std::vector<Series> series;       // by prefix
    std::int64_t without_number = 0;  // records: missing, or not ending with 1 to 18 digits
};

// Of integers, or of texts, whose number are the digits at the end; those that are missing have as many
// digits as the number before them, with zeros in front.
Sequence gaps_of(const Population& population, std::size_t field);

}  // namespace cadran::control
