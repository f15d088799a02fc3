// SPDX-License-Identifier: Apache-2.0
// What a condition says of a row of a batch, in the order of Kleene: `and` is the lesser, `or` the greater.
#pragma once

#include <cstdint>

namespace cadran::expression {

enum class Verdict : std::uint8_t {
    no,
    unknown,
    yes,
    error,  // it cannot be said; stands outside of the order
};

}  // namespace cadran::expression
