// SPDX-License-Identifier: Apache-2.0
// Monetary-unit sampling: every cent has the same chance to be looked at, and with it the record in which it
// lies; what is found wrong is projected onto all that was booked.
//
// AICPA, Audit Guide – Audit Sampling, chapter 6; K. W. Stringer, Practical aspects of statistical sampling
// in auditing, Proceedings of the Business and Economic Statistics Section, American Statistical Association
// 1963, 405–411.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cadran::statistics {

// The least sample with which, if no more than the expected share of misstatement is met, less than the
// tolerable share may be concluded with that confidence (Poisson distribution; the expected errors may be
// parts of one). All within 0 and 1, the expected share may be 0; else std::invalid_argument. None where the
// expected share is so near the tolerable one that more than a million records had to be looked at.
std::optional<std::int64_t> monetary_unit_size(double tolerable, double expected, double confidence);

struct Hits {
    std::size_t item = 0;
    std::int64_t hits = 1;  // an item of twice the interval is met twice
};

// Fixed intervals: the items in which lie the cents `start`, `start` + `interval` … of all, from 1 on. What
// is not above 0 is never met. Throws std::invalid_argument unless 1 ≤ start ≤ interval.
std::vector<Hits> fixed_intervals(std::span<const std::int64_t> amounts, std::int64_t interval,
                                  std::int64_t start);

struct Bound {
    double most_likely = 0;  // share of misstatement
    double upper = 0;        // that is not exceeded, with the confidence asked for
};

// Stringer's bound on the share of overstatement: the exact upper limit of a binomial share with no error,
// and for each taint, the greatest first, the step to the limit with one error more, times the taint. Taints
// lie above 0 and at most at 1 and are no more than the sample; else std::invalid_argument.
Bound stringer_bound(std::int64_t size, std::vector<double> taints, double confidence);

}  // namespace cadran::statistics
