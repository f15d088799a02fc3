// SPDX-License-Identifier: Apache-2.0
// One value during evaluation, without a copy of its text; only this layer sees it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "column/record_batch.h"
#include "expression/exact.h"

namespace cadran::expression {

// Numbers, amounts in cents, dates, times, durations, booleans and secrets are a number; text and codes are a
// text. Only values of one type are compared; text then orders by bytes, which in UTF-8 is the order of code
// points.
struct Value {
    bool present = false;
    Exact number = {};
    std::string_view text = {};

    friend auto operator<=>(const Value&, const Value&) = default;
};

// Views the batch.
Value value_at(const column::RecordBatch& batch, std::size_t row, std::size_t field);
// Views the scalar.
Value value_of(const column::Scalar& scalar);

// Bytes that are the same for equal values alone, among present values of one type.
std::string identity(const Value& value);

// The same for equal values of one type, well mixed; values that differ may share it.
std::uint64_t fingerprint(const Value& value);

inline std::uint64_t mixed(std::uint64_t value) {
    value *= 0x9E3779B97F4A7C15U;
    value ^= value >> 32;
    return value * 0xD6E8FEB86659FD93U;
}

// That of the number's value.
inline std::uint64_t fingerprint_of_whole(std::int64_t number) {
    return mixed(static_cast<std::uint64_t>(number) + 1);
}

// Throws std::invalid_argument where the batch does not have fields of those names and types.
void require_schema(const column::RecordBatch& batch, const column::Schema& schema);

}  // namespace cadran::expression
