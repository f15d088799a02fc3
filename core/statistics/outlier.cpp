// SPDX-License-Identifier: Apache-2.0
#include "statistics/outlier.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cadran::statistics {

namespace {

// The normal distribution's third quartile: for such values the score is their number of standard deviations.
constexpr double normal_quartile = 0.6745;

template <typename Value>
double median_of(std::span<Value> values) {
    const auto half = values.begin() + std::ssize(values) / 2;
    std::ranges::nth_element(values, half);
    const double upper = static_cast<double>(*half);
    if (values.size() % 2 == 1) return upper;
    return (static_cast<double>(*std::max_element(values.begin(), half)) + upper) / 2;
}

}  // namespace

std::optional<Middle> middle_of(std::span<std::int64_t> values) {
    if (values.empty()) return {};
    Middle middle{median_of(values)};
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const std::int64_t value : values)
        distances.push_back(std::abs(static_cast<double>(value) - middle.median));
    middle.deviation = median_of(std::span(distances));
    return middle;
}

std::optional<double> modified_z_score(const Middle& middle, std::int64_t value) {
    if (middle.deviation <= 0) return {};
    return normal_quartile * (static_cast<double>(value) - middle.median) / middle.deviation;
}

}  // namespace cadran::statistics
