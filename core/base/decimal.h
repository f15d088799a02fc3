// SPDX-License-Identifier: Apache-2.0
// Exact decimal numbers, for targets and thresholds.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cadran {

// units / 10^scale. The scale is 0 to 9; the same number may be written with several scales.
struct Decimal {
    std::int64_t units = 0;
    int scale = 0;

    // Reads `-12.50`; a point as separator, at most 9 digits behind it. Nothing else is accepted.
    static std::optional<Decimal> parse(std::string_view text);

    // numerator / denominator, rounded half away from zero to `scale` digits. Denominator > 0.
    static Decimal ratio(std::int64_t numerator, std::int64_t denominator, int scale);

    // At the greater of both scales. Throws std::overflow_error beyond int64.
    friend Decimal operator+(const Decimal& left, const Decimal& right);

    friend std::strong_ordering operator<=>(const Decimal& left, const Decimal& right);
    friend bool operator==(const Decimal& left, const Decimal& right) { return (left <=> right) == 0; }
};

// The nearest double: to draw and to estimate with, never to judge.
double as_double(const Decimal& number);

// `12.50`: the form of files, with as many digits behind the point as the scale says.
std::string plain_text(const Decimal& number);

}  // namespace cadran
