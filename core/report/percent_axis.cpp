// SPDX-License-Identifier: Apache-2.0
#include "report/percent_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cadran::report {

namespace {

constexpr int greatest_uncut = 50;  // a least figure up to this one is shown on the whole axis
constexpr int least_intervals = 5;
constexpr std::array steps{1, 2, 5, 10, 20, 25, 50, 100};

int step_for(int span) {
    for (const int step : steps) {
        if (span <= step * least_intervals) return step;
    }
    return (span / least_intervals / 100 + 1) * 100;
}

}  // namespace

PercentAxis PercentAxis::around(const std::vector<double>& figures) {
    if (figures.empty()) return {};
    const auto [least, greatest] = std::ranges::minmax(figures);
    const int low = least <= greatest_uncut ? 0 : static_cast<int>(std::floor(least)) - 1;
    const int high = static_cast<int>(std::ceil(greatest));

    PercentAxis axis;
    axis.step = step_for(high - low);
    axis.bottom = low / axis.step * axis.step;
    axis.top = (high + axis.step - 1) / axis.step * axis.step;
    while (axis.top - axis.bottom < least_intervals * axis.step) {
        if (axis.bottom > 0)
            axis.bottom -= axis.step;
        else
            axis.top += axis.step;
    }
    return axis;
}

}  // namespace cadran::report
