// SPDX-License-Identifier: Apache-2.0
#include "statistics/monetary_unit.h"

#include <numeric>
#include <stdexcept>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran::statistics;

BOOST_AUTO_TEST_SUITE(monetary_unit)

// AICPA, Audit Guide – Audit Sampling, table C-1: risk of 5 %, ratios of expected to tolerable of 0, 0.10,
// 0.20.
BOOST_AUTO_TEST_CASE(gives_the_published_sizes) {
    BOOST_TEST(monetary_unit_size(0.05, 0, 0.95).value() == 60);
    BOOST_TEST(monetary_unit_size(0.05, 0.01, 0.95).value() == 93);
    BOOST_TEST(monetary_unit_size(0.01, 0, 0.95).value() == 300);
    BOOST_TEST(!monetary_unit_size(0.01, 0.01, 0.95).has_value());
}

BOOST_AUTO_TEST_CASE(meets_the_item_in_which_each_interval_ends) {
    const std::vector<std::int64_t> amounts{40, 0, -20, 60, 250, 1, 99};
    const auto met = fixed_intervals(amounts, 100, 41);  // cents 41, 141, 241, 341, 441
    BOOST_REQUIRE(met.size() == 3u);
    BOOST_TEST(met[0].item == 3u);
    BOOST_TEST(met[1].item == 4u);
    BOOST_TEST(met[1].hits == 3);
    BOOST_TEST(met[2].item == 6u);
}

BOOST_AUTO_TEST_CASE(an_item_of_an_interval_is_never_missed) {
    const bool held = rc::check([] {
        const auto amounts =
            *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(-5, 400));
        const auto interval = *rc::gen::inRange<std::int64_t>(1, 300);
        const auto start = *rc::gen::inRange<std::int64_t>(1, interval + 1);
        const auto met = fixed_intervals(amounts, interval, start);
        std::int64_t booked = 0, hits = 0;
        std::int64_t large = 0, large_met = 0;
        for (const std::int64_t amount : amounts) {
            booked += std::max<std::int64_t>(amount, 0);
            large += amount >= interval ? 1 : 0;
        }
        for (const Hits& one : met) {
            hits += one.hits;
            large_met += amounts[one.item] >= interval ? 1 : 0;
        }
        RC_ASSERT(large_met == large);
        RC_ASSERT(hits == (booked >= start ? (booked - start) / interval + 1 : 0));
    });
    BOOST_TEST(held);
}

// As the tests of jfa give it.
BOOST_AUTO_TEST_CASE(gives_the_published_bound) {
    const Bound bound = stringer_bound(145, {0.20000072, 1, 0.03999931}, 0.95);
    BOOST_CHECK_SMALL(bound.most_likely - 0.0085517, 1e-7);
    BOOST_CHECK_SMALL(bound.upper - 0.0347866, 1e-7);
}

BOOST_AUTO_TEST_CASE(without_an_error_the_bound_is_that_of_a_share) {
    const Bound bound = stringer_bound(59, {}, 0.95);
    BOOST_TEST(bound.most_likely == 0);
    BOOST_CHECK_SMALL(bound.upper - (1 - std::pow(0.05, 1.0 / 59)), 1e-12);
    BOOST_TEST(stringer_bound(2, {1, 1}, 0.95).upper == 1, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(takes_nothing_that_cannot_be) {
    BOOST_CHECK_THROW(stringer_bound(0, {}, 0.95), std::invalid_argument);
    BOOST_CHECK_THROW(stringer_bound(1, {0.5, 0.5}, 0.95), std::invalid_argument);
    BOOST_CHECK_THROW(stringer_bound(10, {1.1}, 0.95), std::invalid_argument);
    BOOST_CHECK_THROW(fixed_intervals({}, 10, 11), std::invalid_argument);
    BOOST_CHECK_THROW(monetary_unit_size(0, 0, 0.95), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
