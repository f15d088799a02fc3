// SPDX-License-Identifier: Apache-2.0
#include "statistics/wilson.h"

#include <stdexcept>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran::statistics;

BOOST_AUTO_TEST_SUITE(wilson)

// R, as the tests of statsmodels give them.
BOOST_AUTO_TEST_CASE(gives_the_published_intervals_at_95_percent) {
    const struct {
        int successes, trials;
        double low, high;
    } published[] = {
        {18, 20, 0.698966, 0.972134}, {19, 38, 0.348499, 0.651501}, {100, 200, 0.4313609, 0.5686391}};
    for (const auto& [successes, trials, low, high] : published) {
        const Interval interval = wilson_interval(successes, trials);
        BOOST_CHECK_SMALL(interval.low - low, 1e-6);
        BOOST_CHECK_SMALL(interval.high - high, 1e-6);
    }
}

// A published example with z rounded to two digits.
BOOST_AUTO_TEST_CASE(takes_another_confidence) {
    const Interval interval = wilson_interval(90, 100, 1.96);
    BOOST_CHECK_SMALL(interval.low - 0.825633, 1e-6);
    BOOST_CHECK_SMALL(interval.high - 0.944771, 1e-6);
}

BOOST_AUTO_TEST_CASE(stays_within_nought_and_one_around_the_share) {
    const bool held = rc::check([] {
        const auto trials = *rc::gen::inRange<std::int64_t>(1, 2'000);
        const auto successes = *rc::gen::inRange<std::int64_t>(0, trials + 1);
        const Interval interval = wilson_interval(successes, trials);
        const double share = static_cast<double>(successes) / static_cast<double>(trials);
        RC_ASSERT(interval.low >= 0);
        RC_ASSERT(interval.high <= 1);
        RC_ASSERT(interval.low <= share + 1e-12);
        RC_ASSERT(share <= interval.high + 1e-12);
    });
    BOOST_TEST(held);
}

BOOST_AUTO_TEST_CASE(takes_no_shares_that_cannot_be) {
    BOOST_CHECK_THROW(wilson_interval(0, 0), std::invalid_argument);
    BOOST_CHECK_THROW(wilson_interval(-1, 10), std::invalid_argument);
    BOOST_CHECK_THROW(wilson_interval(11, 10), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
