// SPDX-License-Identifier: Apache-2.0
#include "statistics/monetary_unit.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace cadran::statistics {

namespace {

constexpr std::int64_t greatest_size = 1'000'000;

// Clopper and Pearson's upper limit of a share of which `errors` were seen.
double upper_limit(std::int64_t errors, std::int64_t size, double confidence) {
    if (errors >= size) return 1;
    return boost::math::ibeta_inv(static_cast<double>(errors) + 1, static_cast<double>(size - errors),
                                  confidence);
}

}  // namespace

std::optional<std::int64_t> monetary_unit_size(double tolerable, double expected, double confidence) {
    const bool are_shares =
        tolerable > 0 && tolerable < 1 && expected >= 0 && confidence > 0 && confidence < 1;
    if (!are_shares) throw std::invalid_argument("monetary_unit_size: shares lie within 0 and 1");
    const auto enough = [&](std::int64_t size) {
        const double n = static_cast<double>(size);
        return boost::math::gamma_p(1 + n * expected, n * tolerable) >= confidence;
    };
    if (expected >= tolerable || !enough(greatest_size)) return {};
    std::int64_t low = 0, high = greatest_size;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (enough(middle) ? high : low) = middle;
    }
    return high;
}

std::vector<Hits> fixed_intervals(std::span<const std::int64_t> amounts, std::int64_t interval,
                                  std::int64_t start) {
    if (start < 1 || start > interval)
        throw std::invalid_argument("fixed_intervals: start outside the interval");
    std::vector<Hits> chosen;
    std::int64_t ahead = start;  // cents from here to the next that is met
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (amounts[i] <= 0) continue;
        if (amounts[i] < ahead) {
            ahead -= amounts[i];
            continue;
        }
        const std::int64_t beyond = amounts[i] - ahead;
        chosen.push_back({i, beyond / interval + 1});
        ahead = interval - beyond % interval;
    }
    return chosen;
}

Bound stringer_bound(std::int64_t size, std::vector<double> taints, double confidence) {
    const auto is_taint = [](double taint) { return taint > 0 && taint <= 1; };
    if (size < 1 || std::ssize(taints) > size || confidence <= 0 || confidence >= 1 ||
        !std::ranges::all_of(taints, is_taint))
        throw std::invalid_argument("stringer_bound: taints outside the sample");
    std::ranges::sort(taints, std::greater<>());
    Bound bound{std::accumulate(taints.begin(), taints.end(), 0.0) / static_cast<double>(size),
                upper_limit(0, size, confidence)};
    double before = bound.upper;
    for (std::size_t i = 0; i < taints.size(); ++i) {
        const double limit = upper_limit(static_cast<std::int64_t>(i) + 1, size, confidence);
        bound.upper += (limit - before) * taints[i];
        before = limit;
    }
    return bound;
}

}  // namespace cadran::statistics
