// SPDX-License-Identifier: Apache-2.0
#include "statistics/sample_size.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace cadran::statistics {

namespace {

// The quantile of chi-square with one degree of freedom at 95 %, as Krejcie and Morgan round it.
constexpr double chi_square_95 = 3.841;

void expect_shares(std::int64_t errors, double tolerable, double confidence) {
    const auto is_share = [](double value) { return value > 0 && value < 1; };
    if (errors < 0 || !is_share(tolerable) || !is_share(confidence))
        throw std::invalid_argument("sample size: shares lie within 0 and 1, errors not below 0");
}

// The least number above `low` that is enough; whatever is greater than such a one is enough as well.
template <typename Enough>
std::int64_t least(std::int64_t low, Enough enough) {
    std::int64_t high = low + 1;
    while (!enough(high)) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (enough(middle) ? high : low) = middle;
    }
    return high;
}

double log_choose(std::int64_t n, std::int64_t k) {
    const auto log_factorial = [](std::int64_t m) { return std::lgamma(static_cast<double>(m) + 1); };
    return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

// That a sample of that size holds at most `errors` of the deviating records.
double at_most(std::int64_t errors, std::int64_t population, std::int64_t deviating, std::int64_t size) {
    double sum = 0;
    const std::int64_t fewest = std::max<std::int64_t>(0, size - (population - deviating));
    for (std::int64_t k = fewest; k <= std::min({errors, deviating, size}); ++k)
        sum += std::exp(log_choose(deviating, k) + log_choose(population - deviating, size - k) -
                        log_choose(population, size));
    return sum;
}

}  // namespace

std::int64_t binomial_size(std::int64_t errors, double tolerable, double confidence) {
    expect_shares(errors, tolerable, confidence);
    const double k = static_cast<double>(errors);
    // P(X ≤ k) of n trials is the regularised incomplete beta function of 1 − p.
    return least(errors, [&](std::int64_t n) {
        return boost::math::ibeta(static_cast<double>(n) - k, k + 1, 1 - tolerable) <= 1 - confidence;
    });
}

std::int64_t poisson_size(std::int64_t errors, double tolerable, double confidence) {
    expect_shares(errors, tolerable, confidence);
    const double mean = boost::math::gamma_p_inv(static_cast<double>(errors) + 1, confidence);
    return static_cast<std::int64_t>(std::ceil(mean / tolerable - 1e-9));
}

std::optional<std::int64_t> hypergeometric_size(std::int64_t errors, std::int64_t population,
                                                std::int64_t deviating, double confidence) {
    expect_shares(errors, 0.5, confidence);
    if (deviating < 0 || deviating > population)
        throw std::invalid_argument("sample size: more records deviate than there are");
    if (deviating <= errors) return {};
    const auto enough = [&](std::int64_t n) {
        return n >= population || at_most(errors, population, deviating, n) <= 1 - confidence;
    };
    return least(errors, enough);
}

std::int64_t survey_size(std::int64_t population, double margin) {
    if (population < 1 || margin <= 0 || margin >= 1)
        throw std::invalid_argument("survey_size: no population or no margin");
    const double all = static_cast<double>(population);
    const double spread = chi_square_95 * 0.25;
    return std::clamp<std::int64_t>(std::llround(spread * all / (margin * margin * (all - 1) + spread)), 1,
                                    population);
}

}  // namespace cadran::statistics
