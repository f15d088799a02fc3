// SPDX-License-Identifier: Apache-2.0
#include "app/control_outcomes.h"

#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

BOOST_FIXTURE_TEST_SUITE(control_outcomes, SampleWorkspace)

BOOST_AUTO_TEST_CASE(are_those_of_the_newest_run) {
    accept_rules();
    Session sophie = as("sophie.garnier");
    auto outcomes = list_outcomes(sophie).value();
    BOOST_REQUIRE(outcomes.size() == 1u);
    BOOST_TEST(!outcomes[0].result.has_value());
    set_clock("2026-07-24T08:00:00Z");
    import("claim", "claims.csv", july_claims);
    run("2026-07");
    outcomes = list_outcomes(sophie, process_name).value();
    BOOST_TEST(outcomes[0].control == control_name);
    BOOST_TEST(outcomes[0].result->population == 7);
    BOOST_TEST(outcomes[0].result->failed == 4);
    BOOST_TEST(outcomes[0].result->fresh == 4);
    run("2026-07");
    outcomes = list_outcomes(sophie).value();
    BOOST_TEST(outcomes[0].run->number == 2);
    BOOST_TEST(outcomes[0].result->failed == 4);
    BOOST_TEST(outcomes[0].result->fresh == 0);
    BOOST_TEST(list_outcomes(sophie, "none")->empty());
}

BOOST_AUTO_TEST_CASE(are_for_those_who_see_findings) {
    accept_rules();
    Session malik = as("malik.dahmani"), lea = as("lea.marchand"), luc = as("luc.moreau");
    BOOST_TEST(told(list_outcomes(malik)) == "refused: app.no_right");
    BOOST_TEST(told(list_outcomes(lea)) == "refused: app.no_right");
    BOOST_TEST(told(list_outcomes(luc)) == "done");
}

BOOST_AUTO_TEST_SUITE_END()
