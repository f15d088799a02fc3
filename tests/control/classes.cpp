// SPDX-License-Identifier: Apache-2.0
#include "control/classes.h"

#include <limits>
#include <stdexcept>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran::control;

BOOST_AUTO_TEST_SUITE(classes)

BOOST_AUTO_TEST_CASE(hold_their_lower_bound_and_not_the_upper) {
    const std::vector<Measured> measured{{99, 99}, {100, 100}, {499, 499}, {500, 500}, {-3, -3}};
    const std::vector<std::int64_t> bounds{100, 500};
    const auto found = classify(measured, bounds);
    BOOST_REQUIRE(found.size() == 3u);
    BOOST_TEST(found[0].count == 2);
    BOOST_TEST(found[0].sum.value() == 96);
    BOOST_TEST(!found[0].from.has_value());
    BOOST_TEST(found[1].sum.value() == 599);
    BOOST_TEST(found[1].below.value() == 500);
    BOOST_TEST(found[2].sum.value() == 500);
    BOOST_TEST(!found[2].below.has_value());
}

BOOST_AUTO_TEST_CASE(lose_no_value_and_no_cent) {
    const bool held = rc::check([] {
        const auto values =
            *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(-50, 50));
        std::vector<Measured> measured;
        for (const std::int64_t value : values) measured.push_back({value, 2 * value});
        const auto bounds = equal_bounds(measured, *rc::gen::inRange(1, 8));
        std::int64_t count = 0, sum = 0, all = 0;
        for (const Class& one : classify(measured, bounds)) {
            count += one.count;
            sum += *one.sum;
        }
        for (const std::int64_t value : values) all += 2 * value;
        RC_ASSERT(count == std::ssize(values));
        RC_ASSERT(sum == all);
    });
    BOOST_TEST(held);
}

BOOST_AUTO_TEST_CASE(of_one_width_reach_from_the_least_to_the_greatest) {
    const std::vector<Measured> measured{{0}, {10}, {99}};
    BOOST_TEST((equal_bounds(measured, 4) == std::vector<std::int64_t>{25, 50, 75}));
    BOOST_TEST(equal_bounds(std::vector<Measured>{{7}, {7}}, 4).empty());
    BOOST_TEST(equal_bounds({}, 4).empty());
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
    BOOST_TEST((equal_bounds(std::vector<Measured>{{least}, {greatest}}, 2) == std::vector<std::int64_t>{0}));
}

BOOST_AUTO_TEST_CASE(say_that_a_sum_is_too_great_rather_than_a_wrong_one) {
    constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
    const auto found = classify(std::vector<Measured>{{1, greatest}, {1, 1}, {1, -5}}, {});
    BOOST_TEST(!found[0].sum.has_value());
    BOOST_TEST(found[0].count == 3);
}

BOOST_AUTO_TEST_CASE(need_bounds_that_rise) {
    BOOST_CHECK_THROW(classify({}, std::vector<std::int64_t>{5, 5}), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
