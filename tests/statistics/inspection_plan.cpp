// SPDX-License-Identifier: Apache-2.0
#include "statistics/inspection_plan.h"

#include <stdexcept>

#include <boost/test/unit_test.hpp>

using namespace cadran::statistics;

namespace {

// `J 80 2`
std::string plan(std::int64_t lot, int quality_limit, InspectionLevel level = InspectionLevel::two) {
    const auto found = inspection_plan(lot, level, quality_limit);
    return found ? fmt::format("{} {} {}", found->letter, found->size, found->accept) : "none";
}

}  // namespace

// ISO 2859-1:1999, tables 1 and 2-A.
BOOST_AUTO_TEST_SUITE(inspection_plans)

BOOST_AUTO_TEST_CASE(are_those_published) {
    BOOST_TEST(plan(1'000, 1'000) == "J 80 2");
    BOOST_TEST(plan(1'000, 650) == "J 80 1");
    BOOST_TEST(plan(10'000, 1'000) == "L 200 5");
    BOOST_TEST(plan(1'000, 1'000, InspectionLevel::one) == "H 50 1");  // G points down
    BOOST_TEST(plan(1'000, 1'000, InspectionLevel::three) == "K 125 3");
}

BOOST_AUTO_TEST_CASE(follow_the_arrows_of_the_table) {
    BOOST_TEST(plan(50, 1'000) == "E 13 0");            // D: down
    BOOST_TEST(plan(150, 1'000) == "E 13 0");           // F: up
    BOOST_TEST(plan(200, 1'000) == "H 50 1");           // G: down
    BOOST_TEST(plan(1'000'000, 10'000) == "K 125 21");  // Q: up
    BOOST_TEST(plan(5, 10'000) == "C 5 1");             // A: down
}

BOOST_AUTO_TEST_CASE(look_at_no_more_than_the_lot) {
    BOOST_TEST(plan(8, 10) == "Q 8 0");
}

BOOST_AUTO_TEST_CASE(are_for_the_limits_of_the_table) {
    BOOST_TEST(plan(1'000, 1'100) == "none");
    BOOST_CHECK_THROW(inspection_plan(1, InspectionLevel::two, 1'000), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
