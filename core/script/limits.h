// SPDX-License-Identifier: Apache-2.0
// How much a script may use before it is stopped, alone and with the others of its run.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace cadran::script {

struct Limits {
    // About one unit for an instruction, for 16 bytes allocated, for a step of a pattern, for an element
    // moved.
    std::int64_t fuel = 10'000'000;
    std::size_t memory = std::size_t{16}
                         << 20;                // bytes alive at once; all of it is given back after the call
    std::size_t block = std::size_t{1} << 20;  // bytes of one text or table: bounds any single instruction
    std::chrono::milliseconds call{1'000};     // wall time of one record's judgement, or of loading one file
    // Of a run: all judgements of one Judge, all items of one Grader.
    std::int64_t run_fuel = 100'000'000'000;
    std::chrono::milliseconds run{600'000};
};

// Of a plugin that is loaded; its run is all of its files.
inline Limits loading_limits() {
    Limits limits;
    limits.run_fuel = 100'000'000;
    limits.run = std::chrono::milliseconds(10'000);
    return limits;
}

// Of a property that is tried: its run is all judgements of all its cases.
inline Limits property_limits() {
    Limits limits;
    limits.run_fuel = 1'000'000'000;
    limits.run = std::chrono::milliseconds(20'000);
    return limits;
}

}  // namespace cadran::script
