// SPDX-License-Identifier: Apache-2.0
// The types of a field and one value of them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/duration.h"
#include "base/message.h"
#include "base/money.h"

namespace cadran::column {

enum class Type { boolean, integer, decimal, money, date, time, duration, text, code, secret, list };

// As plugins and diagnostics name it: `boolean`, `money` …
std::string_view type_name(Type type);

// A value nobody may read, kept as its keyed hash; it can only be compared for equality.
struct Secret {
    std::uint64_t hash = 0;

    friend bool operator==(const Secret&, const Secret&) = default;
};

// Of texts or codes; only parameters have it.
using List = std::vector<std::string>;

using Missing = std::monostate;

// Text and code are both a string in UTF-8.
using Scalar = std::variant<Missing, bool, std::int64_t, Decimal, Money, Date, Instant, Duration, std::string,
                            Secret, List>;

inline bool is_missing(const Scalar& value) {
    return std::holds_alternative<Missing>(value);
}

// The form of files: `1000.00 EUR`, `2026-07-31`, `true`, `0.95`, `10 ouvrés`, `a, b`; a missing value is
// empty, a secret is `(secret)`.
std::string plain_text(const Scalar& value);

// The same value as an argument of a message; a missing value and a secret as plain_text says.
Argument argument(const Scalar& value);

}  // namespace cadran::column
