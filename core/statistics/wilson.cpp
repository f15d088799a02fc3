// SPDX-License-Identifier: Apache-2.0
#include "statistics/wilson.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cadran::statistics {

Interval wilson_interval(std::int64_t successes, std::int64_t trials, double z) {
    if (trials < 1 || successes < 0 || successes > trials)
        throw std::invalid_argument("wilson_interval: successes outside the trials");
    const double n = static_cast<double>(trials);
    const double share = static_cast<double>(successes) / n;
    const double square = z * z;
    const double centre = share + square / (2 * n);
    const double reach = z * std::sqrt(share * (1 - share) / n + square / (4 * n * n));
    const double scale = 1 + square / n;
    return {std::max(0.0, (centre - reach) / scale), std::min(1.0, (centre + reach) / scale)};
}

}  // namespace cadran::statistics
