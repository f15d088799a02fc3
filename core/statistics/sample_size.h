// SPDX-License-Identifier: Apache-2.0
// How many records have to be looked at so that what is seen says enough of all of them.
#pragma once

#include <cstdint>
#include <optional>

namespace cadran::statistics {

// Discovery and acceptance sampling: the least sample of which no more than `errors` may be found to
// conclude, with that confidence, that the share of errors lies below `tolerable`. Both within 0 and 1,
// exclusively; `errors` not below 0; else std::invalid_argument. K. Touw, L. Hoogduin, Statistiek voor audit
// en controlling, 2011; the values are those of the package jfa. With replacement, or out of very many: the
// binomial distribution.
std::int64_t binomial_size(std::int64_t errors, double tolerable, double confidence);
// The Poisson distribution, which auditing tables use: never smaller.
std::int64_t poisson_size(std::int64_t errors, double tolerable, double confidence);
// Of a population of that size, of which `deviating` records would be too many. None where even the whole
// population holds no more than `errors` of them.
std::optional<std::int64_t> hypergeometric_size(std::int64_t errors, std::int64_t population,
                                                std::int64_t deviating, double confidence);

// A survey's sample: a share is met within the margin at 95 %, whatever the share. R. V. Krejcie,
// D. W. Morgan, Determining sample size for research activities, Educational and Psychological Measurement 30
// (1970), 607–610. The margin within 0 and 1, exclusively, the population above 0; else
// std::invalid_argument.
std::int64_t survey_size(std::int64_t population, double margin);

}  // namespace cadran::statistics
