// SPDX-License-Identifier: Apache-2.0
// What passes between this process and a worker: JSON behind its length, and the values in it.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "column/scalar.h"
#include "script/limits.h"
#include "script/ruling.h"
#include "script/values.h"

namespace cadran::script {

// Both ends read no more than this at once, in bytes.
inline constexpr std::size_t greatest_request = std::size_t{64} << 20;
inline constexpr std::size_t greatest_answer = std::size_t{4} << 20;

// None: never.
using Deadline = std::optional<std::chrono::steady_clock::time_point>;

// Waits until all of it is written. False where the other end is gone, or at the deadline.
bool send_text(int descriptor, std::string_view text, const Deadline& deadline = {});

// What a worker says before anything else, once it has given up what it does not need.
inline constexpr std::string_view worker_is_ready = "ready";

enum class Received { text, ended, late, too_long };
// Ended is also what stops in the middle.
Received receive_text(int descriptor, std::string& text, std::size_t greatest, const Deadline& deadline = {});

// What the functions below read comes from the other end: they throw std::bad_variant_access,
// std::out_of_range or std::invalid_argument on another form.
Json json_of(const column::Scalar& value);
column::Scalar scalar_of(const Json& json);

// Without its values, which follow by themselves.
Json heading_of(const Row& row);
Json values_of(const Row& row);

// A row as it was received, of which it owns everything.
struct ReceivedRow {
    std::string kind;
    std::vector<std::string> names;
    std::vector<column::Scalar> values;

    // It must stay where it is.
    Row row() const {
        return {kind, names, [this](std::size_t index) { return values.at(index); }};
    }
};
ReceivedRow received_row(const Json& heading, const Json& values);

Json json_of(const JudgeScript& script);
JudgeScript script_of(const Json& json);
Json json_of(const Limits& limits);
Limits limits_of(const Json& json);

}  // namespace cadran::script
