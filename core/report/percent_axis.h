// SPDX-License-Identifier: Apache-2.0
// The scale of a chart of percentages: where it starts and ends, and where its lines stand.
#pragma once

#include <vector>

namespace cadran::report {

// Whole per cents. Starts at 0 where the least figure is near it; else it is cut, and the chart has to say
// so.
struct PercentAxis {
    int bottom = 0;
    int top = 100;
    int step = 20;

    // An axis of 6 to 8 lines that holds all figures, none of them negative. Without figures, 0 to 100.
    static PercentAxis around(const std::vector<double>& figures);

    bool is_cut() const { return bottom > 0; }
    // 0 at the bottom, 1 at the top.
    double share(double figure) const { return (figure - bottom) / (top - bottom); }
};

}  // namespace cadran::report
