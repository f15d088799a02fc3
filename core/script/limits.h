// SPDX-License-Identifier: Apache-2.0
// How much a script may use before it is stopped.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace cadran::script {

struct Limits {
    // About one unit for an instruction, for 16 bytes allocated, for a step of a pattern, for an element
    // moved.
    std::int64_t fuel = 10'000'000;
    std::size_t memory = std::size_t{16} << 20;  // bytes alive at once
    std::size_t block = std::size_t{1} << 20;    // bytes of one text or table: bounds any single instruction
    std::chrono::milliseconds call{1'000};   // wall time of one record's judgement, or of loading one file
    std::chrono::milliseconds run{600'000};  // wall time of all judgements of one Judge
};

}  // namespace cadran::script
