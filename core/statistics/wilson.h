// SPDX-License-Identifier: Apache-2.0
// The interval of a share that was seen in a sample.
#pragma once

#include <cstdint>

namespace cadran::statistics {

struct Interval {
    double low = 0;
    double high = 1;
};

// The standard normal quantile of a two-sided confidence of 95 %.
inline constexpr double z_95 = 1.959963984540054;

// Fewer trials say too little of a share: no interval is shown.
inline constexpr std::int64_t least_sample = 20;

// Wilson's score interval of successes / trials, without continuity correction: E. B. Wilson, Probable
// inference, the law of succession, and statistical inference, Journal of the American Statistical
// Association 22 (1927), 209–212. Within 0 and 1. Throws std::invalid_argument unless
// 0 ≤ successes ≤ trials and trials > 0.
Interval wilson_interval(std::int64_t successes, std::int64_t trials, double z = z_95);

}  // namespace cadran::statistics
