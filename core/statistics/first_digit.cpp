// SPDX-License-Identifier: Apache-2.0
#include "statistics/first_digit.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include <boost/math/special_functions/gamma.hpp>

namespace cadran::statistics {

namespace {

constexpr double close_below = 0.006, acceptable_below = 0.012, marginal_below = 0.015;
constexpr double degrees_of_freedom = 8;

std::uint64_t magnitude(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

Conformity conformity_of(double deviation) {
    if (deviation < close_below) return Conformity::close;
    if (deviation < acceptable_below) return Conformity::acceptable;
    return deviation < marginal_below ? Conformity::marginal : Conformity::none;
}

}  // namespace

double benford_share(int digit) {
    if (digit < 1 || digit > 9) throw std::invalid_argument("benford_share: no first digit");
    return std::log10(1 + 1.0 / digit);
}

std::optional<int> first_digit(std::int64_t value) {
    std::uint64_t rest = magnitude(value);
    if (rest == 0) return {};
    while (rest > 9) rest /= 10;
    return static_cast<int>(rest);
}

FirstDigitTest first_digit_test(const std::array<std::int64_t, 9>& counts) {
    FirstDigitTest test{counts, std::accumulate(counts.begin(), counts.end(), std::int64_t{0})};
    if (test.records <= 0) throw std::invalid_argument("first_digit_test: nothing was counted");
    const double all = static_cast<double>(test.records);
    for (int digit = 1; digit <= 9; ++digit) {
        const double expected = benford_share(digit);
        const double seen = static_cast<double>(counts[static_cast<std::size_t>(digit - 1)]) / all;
        test.chi_square += all * (seen - expected) * (seen - expected) / expected;
        test.mean_deviation += std::abs(seen - expected) / 9;
    }
    test.p_value = boost::math::gamma_q(degrees_of_freedom / 2, test.chi_square / 2);
    test.conformity = conformity_of(test.mean_deviation);
    return test;
}

std::optional<NotBenford> not_benford(std::span<std::int64_t> values) {
    std::ranges::sort(values, {}, magnitude);
    const auto zeros = std::ranges::upper_bound(values, 0U, {}, magnitude) - values.begin();
    values = values.subspan(static_cast<std::size_t>(zeros));
    if (values.size() < least_first_digits) return NotBenford::too_few;
    const std::size_t cut = values.size() / 100;
    if (magnitude(values[values.size() - 1 - cut]) / 10 < magnitude(values[cut]))
        return NotBenford::narrow_range;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i;
        while (end < values.size() && magnitude(values[end]) == magnitude(values[i])) ++end;
        longest = std::max(longest, end - i);
        i = end;
    }
    if (longest * 10 > values.size()) return NotBenford::constants;
    return {};
}

}  // namespace cadran::statistics
