// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_heat.h"

#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    Example() {
        play_july();
        reach_act();
    }
    Session claire = as("claire.vasseur");
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(indicator_heat, Example)

BOOST_AUTO_TEST_CASE(sets_every_indicator_beside_the_periods_that_are_over) {
    const HeatMap map = map_heat(claire, {}).value();
    BOOST_TEST(map.periods.size() == 4u);  // what lies further back is not known of any
    BOOST_TEST(map.periods.back().text() == "2026-Q3");
    BOOST_REQUIRE(map.rows.size() == 1u);
    BOOST_TEST(map.rows.front().process == process_name);
    BOOST_REQUIRE(map.rows.front().figures.size() == 4u);
    BOOST_TEST(!map.rows.front().figures.front());
    BOOST_TEST(map.rows.front().figures.back()->denominator == 3);
}

BOOST_AUTO_TEST_CASE(shows_months_and_years_too) {
    const HeatMap months = map_heat(claire, {.kind = calendar::Period::Kind::month, .most = 12}).value();
    BOOST_TEST(months.periods.back().text() == "2026-09");
    const HeatMap years =
        map_heat(claire, {.kind = calendar::Period::Kind::year, .most = 5, .least = 1}).value();
    BOOST_REQUIRE(years.periods.size() == 1u);  // no year is over since there are figures
    BOOST_TEST(!years.rows.front().figures.front());
}

BOOST_AUTO_TEST_CASE(is_for_who_may_see_results) {
    Session lea = as("lea.marchand");
    BOOST_TEST(told(map_heat(lea, {})) == "refused: app.no_right");
}

BOOST_AUTO_TEST_SUITE_END()
