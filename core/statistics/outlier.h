// SPDX-License-Identifier: Apache-2.0
// Values far from the others, by median and median absolute deviation: a few wild ones do not hide
// themselves, as they do from mean and standard deviation.
//
// B. Iglewicz, D. C. Hoaglin, How to detect and handle outliers, ASQC Quality Press 1993: the modified
// z-score 0.6745 (x − median) / MAD; above 3.5 in magnitude a value is looked at.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace cadran::statistics {

inline constexpr double far_from_others = 3.5;

struct Middle {
    double median = 0;
    double deviation = 0;  // median of the distances from the median; 0: most values are the same
};

// None of no values. Changes their order.
std::optional<Middle> middle_of(std::span<std::int64_t> values);

// The modified z-score; none where the deviation is 0, for then it says nothing.
std::optional<double> modified_z_score(const Middle& middle, std::int64_t value);

}  // namespace cadran::statistics
