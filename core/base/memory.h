// SPDX-License-Identifier: Apache-2.0
// How much memory there is, and how much of it this process has.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cadran {

// What the process has of the machine's memory at the moment, in bytes.
std::int64_t resident_memory();

// Gives back to the machine what the process has and does not use.
void return_free_memory();

// A quarter of what the machine has, or of what the process was granted of it, in bytes; at least 256 MB.
std::int64_t usual_memory();

// `512MB`, `2GB`, or as the French write it `512Mo`, `2Go`, in powers of 1,000, in bytes. None of anything
// else.
std::optional<std::int64_t> parse_memory(std::string_view text);

}  // namespace cadran
