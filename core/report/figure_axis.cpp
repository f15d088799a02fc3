// SPDX-License-Identifier: Apache-2.0
#include "report/figure_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cadran::report {

namespace {

constexpr std::int64_t least_intervals = 5;
constexpr int greatest_scale = 4;
constexpr double small = 10;  // figures below this may need steps finer than whole numbers
constexpr std::array multiples{1, 2, 5};

// The least step by which five intervals hold the span.
Decimal step_for(double span, bool fine) {
    const int finest = fine ? greatest_scale : 0;
    for (int exponent = -finest; exponent < 18; ++exponent) {
        for (const int multiple : multiples) {
            const Decimal step =
                exponent < 0 ? Decimal{multiple, -exponent}
                             : Decimal{multiple * static_cast<std::int64_t>(std::pow(10, exponent)), 0};
            if (span <= as_double(step) * static_cast<double>(least_intervals)) return step;
        }
    }
    return {static_cast<std::int64_t>(std::pow(10, 18)), 0};
}

}  // namespace

FigureAxis FigureAxis::around(const std::vector<double>& figures) {
    if (figures.empty()) return {};
    const auto [least, greatest] = std::ranges::minmax(figures);
    const bool cut = least > 0 && least > greatest / 2;
    const double high = std::max(greatest, 0.0);
    double low = cut ? least : std::min(least, 0.0);
    const bool fine = high < small && -low < small;
    if (cut && !fine) low -= 1;  // the least figure shall not lie on the axis
    FigureAxis axis;
    axis.step = step_for(high - low, fine && high > low);
    const double step = as_double(axis.step);
    axis.bottom = static_cast<std::int64_t>(std::floor(low / step));
    axis.top = static_cast<std::int64_t>(std::ceil(high / step));
    while (axis.top - axis.bottom < least_intervals) {
        if (axis.bottom > 0)
            --axis.bottom;
        else
            ++axis.top;
    }
    return axis;
}

double FigureAxis::share(double figure) const {
    const double below = as_double(figure_at(bottom));
    return (figure - below) / (as_double(figure_at(top)) - below);
}

}  // namespace cadran::report
