// SPDX-License-Identifier: Apache-2.0
#include "statistics/control_chart.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <tuple>

namespace cadran::statistics {

namespace {

using Observations = std::vector<std::optional<Observation>>;

constexpr double sigmas = 3;
constexpr double warning_sigmas = 2;
constexpr double d2_of_two = 1.128;  // mean range of two normal values, in sigma: Montgomery, appendix VI
constexpr std::size_t neighbours_of_three = 2;
constexpr std::size_t least_on_one_side = 8;
constexpr std::size_t least_steps_of_trend = 5;

void check(ChartKind kind, const Observation& observation) {
    if (kind == ChartKind::individuals) return;
    const bool sized = kind != ChartKind::counts;
    if (observation.value < 0 || (sized && !(observation.size > 0)) ||
        (kind == ChartKind::shares && observation.value > observation.size))
        throw std::invalid_argument("control_chart: no count out of its size");
}

double charted(ChartKind kind, const Observation& observation) {
    const bool sized = kind == ChartKind::shares || kind == ChartKind::rates;
    return sized ? observation.value / observation.size : observation.value;
}

double centre_of(ChartKind kind, const Observations& observations) {
    const bool sized = kind == ChartKind::shares || kind == ChartKind::rates;
    double values = 0;
    double sizes = 0;
    for (const auto& observation : observations) {
        if (!observation) continue;
        values += observation->value;
        sizes += sized ? observation->size : 1;
    }
    return values / sizes;
}

// None where no two values are neighbours.
std::optional<double> mean_range(const Observations& observations) {
    double sum = 0;
    std::size_t ranges = 0;
    for (std::size_t i = 1; i < observations.size(); ++i) {
        if (!observations[i] || !observations[i - 1]) continue;
        sum += std::abs(observations[i]->value - observations[i - 1]->value);
        ++ranges;
    }
    if (ranges == 0) return {};
    return sum / static_cast<double>(ranges);
}

double sigma_of(ChartKind kind, const ControlChart& chart, double size) {
    switch (kind) {
        case ChartKind::individuals: return chart.mean_range / d2_of_two;
        case ChartKind::shares: return std::sqrt(chart.centre * (1 - chart.centre) / size);
        case ChartKind::counts: return std::sqrt(chart.centre);
        case ChartKind::rates: break;
    }
    return std::sqrt(chart.centre / size);
}

ControlPoint point_of(ChartKind kind, const ControlChart& chart, const Observation& observation) {
    const double sigma = sigma_of(kind, chart, observation.size);
    ControlPoint point{charted(kind, observation), sigma, chart.centre - sigmas * sigma,
                       chart.centre + sigmas * sigma};
    if (kind != ChartKind::individuals) point.low = std::max(point.low, 0.0);
    if (kind == ChartKind::shares) point.high = std::min(point.high, 1.0);
    return point;
}

// 1 where the value lies above the bound, -1 where below, 0 where the difference is no more than that of
// the last digits.
int compared(double value, double bound) {
    const double least = 1e-9 * std::max(std::abs(value), std::abs(bound));
    return static_cast<int>(value - bound > least) - static_cast<int>(bound - value > least);
}

// On which side of the centre the point lies further out than so many sigma; 0 where on none.
int side_beyond(const ControlChart& chart, std::size_t index, double distance) {
    const auto& point = chart.points[index];
    if (!point) return 0;
    if (compared(point->value, chart.centre + distance * point->sigma) > 0) return 1;
    if (compared(point->value, chart.centre - distance * point->sigma) < 0) return -1;
    return 0;
}

int step_to(const ControlChart& chart, std::size_t index) {
    if (index == 0 || !chart.points[index] || !chart.points[index - 1]) return 0;
    return compared(chart.points[index]->value, chart.points[index - 1]->value);
}

Side side_of(int sign) {
    return sign > 0 ? Side::above : Side::below;
}

// The longest stretches of at least so many points of the same sign, not 0.
std::vector<Signal> runs(Rule rule, std::size_t count, std::size_t least,
                         const std::function<int(std::size_t)>& sign_at) {
    std::vector<Signal> found;
    for (std::size_t first = 0, end = 1; first < count; first = end, ++end) {
        const int sign = sign_at(first);
        while (end < count && sign_at(end) == sign) ++end;
        if (sign != 0 && end - first >= least) found.push_back({rule, first, end - 1, side_of(sign)});
    }
    return found;
}

std::vector<Signal> two_of_three(const ControlChart& chart) {
    std::vector<Signal> found;
    for (std::size_t first = 0; first < chart.points.size(); ++first) {
        const int sign = side_beyond(chart, first, warning_sigmas);
        if (sign == 0) continue;
        for (std::size_t last = first + 1;
             last < chart.points.size() && last <= first + neighbours_of_three && chart.points[last];
             ++last) {
            if (side_beyond(chart, last, warning_sigmas) != sign) continue;
            const bool goes_on =
                !found.empty() && found.back().last >= first && found.back().side == side_of(sign);
            if (goes_on)
                found.back().last = std::max(found.back().last, last);
            else
                found.push_back({Rule::two_of_three, first, last, side_of(sign)});
        }
    }
    return found;
}

}  // namespace

std::optional<ControlChart> control_chart(ChartKind kind, const Observations& observations) {
    std::size_t values = 0;
    for (const auto& observation : observations) {
        if (!observation) continue;
        check(kind, *observation);
        ++values;
    }
    if (values < least_values) return {};
    ControlChart chart;
    chart.centre = centre_of(kind, observations);
    if (kind == ChartKind::individuals) {
        const auto range = mean_range(observations);
        if (!range) return {};
        chart.mean_range = *range;
    }
    for (const auto& observation : observations) {
        chart.points.emplace_back();
        if (observation) chart.points.back() = point_of(kind, chart, *observation);
    }
    return chart;
}

std::vector<Signal> signals(const ControlChart& chart) {
    const std::size_t count = chart.points.size();
    const auto beyond = [&](double distance) {
        return [&chart, distance](std::size_t index) { return side_beyond(chart, index, distance); };
    };
    std::vector<Signal> all = runs(Rule::beyond_limit, count, 1, beyond(sigmas));
    std::ranges::move(two_of_three(chart), std::back_inserter(all));
    std::ranges::move(runs(Rule::one_side, count, least_on_one_side, beyond(0)), std::back_inserter(all));
    for (Signal trend : runs(Rule::trend, count, least_steps_of_trend,
                             [&](std::size_t index) { return step_to(chart, index); })) {
        --trend.first;  // where the first step starts from
        all.push_back(trend);
    }
    std::ranges::sort(all, {}, [](const Signal& signal) { return std::tuple(signal.first, signal.rule); });
    return all;
}

}  // namespace cadran::statistics
