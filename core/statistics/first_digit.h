// SPDX-License-Identifier: Apache-2.0
// The first digits of amounts against Benford's law: amounts that grew by themselves begin with 1 more often
// than with 9, invented ones seldom do.
//
// F. Benford, The law of anomalous numbers, Proceedings of the American Philosophical Society 78 (1938),
// 551–572; M. J. Nigrini, Benford's Law, Wiley 2012, table 7.1 for the bands of the mean absolute deviation.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace cadran::statistics {

// The expected share of first digit 1 to 9; else std::invalid_argument.
double benford_share(int digit);

// 1 to 9; none of 0.
std::optional<int> first_digit(std::int64_t value);

enum class Conformity {
    close,       // mean absolute deviation below 0.006
    acceptable,  // below 0.012
    marginal,    // below 0.015
    none,        // from 0.015 on
};

struct FirstDigitTest {
    std::array<std::int64_t, 9> counts{};  // of digit 1 first
    std::int64_t records = 0;
    double chi_square = 0;
    double p_value = 0;  // of eight degrees of freedom
    double mean_deviation = 0;
    Conformity conformity = Conformity::close;
};

// Throws std::invalid_argument where nothing was counted.
FirstDigitTest first_digit_test(const std::array<std::int64_t, 9>& counts);

// Why the law says nothing of such values. What is asked for is this program's prudence, after Nigrini's
// advice that the values be many, range over orders of magnitude and are no prices or limits set by somebody.
enum class NotBenford {
    too_few,       // fewer than 300 values other than 0
    narrow_range,  // all but one in a hundred at each end within a factor of 10
    constants,     // one value makes more than a tenth of all
};

inline constexpr std::size_t least_first_digits = 300;

// None where the law may be asked. Changes the order of the values; signs do not count.
std::optional<NotBenford> not_benford(std::span<std::int64_t> values);

}  // namespace cadran::statistics
