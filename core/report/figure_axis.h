// SPDX-License-Identifier: Apache-2.0
// The scale of a chart: where it starts and ends, and where its lines stand.
#pragma once

#include <vector>

#include "base/decimal.h"

namespace cadran::report {

// Lines stand at whole multiples of a step of 1, 2 or 5 times a power of ten. The axis starts at 0 where the
// figures allow it; else it is cut, and the chart has to say so.
struct FigureAxis {
    std::int64_t bottom = 0;  // in steps
    std::int64_t top = 5;
    Decimal step{20, 0};

    // An axis of 6 to 8 lines that holds all figures, whole numbers unless the figures are small. Figures all
    // above half of the greatest are shown cut. Without figures, 0 to 100.
    static FigureAxis around(const std::vector<double>& figures);

    bool is_cut() const { return bottom > 0; }
    // At that line, counting from the bottom one in steps.
    Decimal figure_at(std::int64_t line) const { return {step.units * line, step.scale}; }
    // 0 at the bottom, 1 at the top.
    double share(double figure) const;
};

}  // namespace cadran::report
