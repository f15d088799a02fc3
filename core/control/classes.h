// SPDX-License-Identifier: Apache-2.0
// A population by classes of size or age.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cadran::control {

// What decides on the class, and what is added up there.
struct Measured {
    std::int64_t value = 0;
    std::int64_t amount = 0;
};

// The values from `from` on, below `below`; the first and the last class are open.
struct Class {
    std::optional<std::int64_t> from = {};
    std::optional<std::int64_t> below = {};
    std::int64_t count = 0;
    std::optional<std::int64_t> sum = 0;  // of the amounts; none beyond 64 bits
};

// A class below the first bound, one from each bound on. The bounds rise; else std::invalid_argument.
std::vector<Class> classify(std::span<const Measured> measured, std::span<const std::int64_t> bounds);

// The bounds within as many classes of one width, from the least value to the greatest; fewer where the
// values lie too near each other. None of no values.
std::vector<std::int64_t> equal_bounds(std::span<const Measured> measured, std::int64_t classes);

}  // namespace cadran::control
