// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

namespace cadran {

namespace {

// g++ 12 offers 128-bit integers as an extension; exact products of two int64 need them.
__extension__ using Wide = __int128;

constexpr int greatest_scale = 9;

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

std::string fixed_point(std::int64_t units, int scale) {
    const std::uint64_t magnitude =
        units < 0 ? -static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
    const auto power = static_cast<std::uint64_t>(power_of_ten(scale));
    const char* sign = units < 0 ? "-" : "";
    if (scale == 0) return fmt::format("{}{}", sign, magnitude);
    return fmt::format("{}{}.{:0{}}", sign, magnitude / power, magnitude % power, scale);
}

}  // namespace

double as_double(const Decimal& number) {
    return static_cast<double>(number.units) / std::pow(10, number.scale);
}

std::string plain_text(const Decimal& number) {
    return fixed_point(number.units, number.scale);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const auto point = text.find('.');
    const std::string_view fraction = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (point != std::string_view::npos && (fraction.empty() || fraction.size() > greatest_scale)) return {};
    std::string digits(text.substr(0, point));
    if (digits.empty() || digits == "-" || digits.front() == '+') return {};
    digits += fraction;
    Decimal number;
    number.scale = static_cast<int>(fraction.size());
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number.units);
    if (fault != std::errc{} || end != digits.data() + digits.size()) return {};
    return number;
}

Decimal Decimal::ratio(std::int64_t numerator, std::int64_t denominator, int scale) {
    const Wide scaled = Wide{numerator} * power_of_ten(scale);
    const Wide half = denominator / 2;
    Wide quotient = (scaled < 0 ? scaled - half : scaled + half) / denominator;
    // An odd denominator has no exact half; truncation towards zero is then already right.
    return {static_cast<std::int64_t>(quotient), scale};
}

Decimal operator+(const Decimal& left, const Decimal& right) {
    const int scale = std::max(left.scale, right.scale);
    const Wide sum = Wide{left.units} * power_of_ten(scale - left.scale) +
                     Wide{right.units} * power_of_ten(scale - right.scale);
    if (sum > std::numeric_limits<std::int64_t>::max() || sum < std::numeric_limits<std::int64_t>::min())
        throw std::overflow_error("a sum of decimals is beyond 64 bits");
    return {static_cast<std::int64_t>(sum), scale};
}

std::strong_ordering operator<=>(const Decimal& left, const Decimal& right) {
    const Wide a = Wide{left.units} * power_of_ten(right.scale);
    const Wide b = Wide{right.units} * power_of_ten(left.scale);
    return a < b   ? std::strong_ordering::less
           : a > b ? std::strong_ordering::greater
                   : std::strong_ordering::equal;
}

}  // namespace cadran
