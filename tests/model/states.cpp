// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "model/control.h"
#include "model/cycle.h"
#include "model/definition_version.h"
#include "model/review.h"
#include "model/severity.h"

using namespace cadran;
using namespace cadran::model;

BOOST_AUTO_TEST_SUITE(states)

BOOST_AUTO_TEST_CASE(a_turn_passes_through_its_stages_in_order) {
    std::vector<std::string_view> names;
    for (std::optional<Stage> stage = Stage::plan; stage; stage = stage_after(*stage)) {
        names.push_back(stage_name(*stage));
    }
    BOOST_TEST((names == std::vector<std::string_view>{"plan", "do", "check", "act", "closed"}));
}

BOOST_AUTO_TEST_CASE(stages_are_read_as_they_are_named) {
    for (const Stage stage : all_stages) BOOST_CHECK(parse_stage(stage_name(stage)) == stage);
    BOOST_CHECK(!parse_stage("execute"));
    BOOST_CHECK((stage_title(Stage::execute) == LocalText{"Réaliser", "Do"}));
    BOOST_CHECK((stage_title(Stage::closed) == LocalText{"clos", "closed"}));
}

BOOST_AUTO_TEST_CASE(of_a_review_are_read_as_they_are_named) {
    for (const ReviewState state :
         {ReviewState::in_preparation, ReviewState::held, ReviewState::signed_off}) {
        BOOST_CHECK(parse_review_state(review_state_name(state)) == state);
    }
    BOOST_TEST(review_state_name(ReviewState::signed_off) == "signed");
    BOOST_CHECK((review_state_title(ReviewState::held) == LocalText{"tenue", "held"}));
    BOOST_CHECK(!parse_review_state("signed_off"));
}

BOOST_AUTO_TEST_CASE(severities_rise_from_very_low_to_major) {
    std::vector<std::string_view> names;
    for (const Severity severity : all_severities) {
        names.push_back(severity_name(severity));
        BOOST_CHECK(parse_severity(severity_name(severity)) == severity);
    }
    BOOST_TEST((names == std::vector<std::string_view>{"very low", "low", "medium", "high", "major"}));
    BOOST_CHECK(Severity::very_low < Severity::major);
    BOOST_CHECK(!parse_severity("very_low"));
    BOOST_CHECK((severity_title(Severity::major) == LocalText{"majeur", "major"}));
}

BOOST_AUTO_TEST_CASE(effects_are_read_as_they_are_named) {
    for (const Effect effect : {Effect::hold, Effect::check, Effect::flag}) {
        BOOST_CHECK(parse_effect(effect_name(effect)) == effect);
    }
    BOOST_TEST(effect_name(Effect::hold) == "hold");
    BOOST_CHECK(!parse_effect("block"));
}

BOOST_AUTO_TEST_CASE(kinds_of_definition_have_names) {
    BOOST_TEST(definition_kind_name(DefinitionKind::workspace) == "workspace");
    BOOST_TEST(definition_kind_name(DefinitionKind::process) == "process");
    BOOST_TEST(definition_kind_name(DefinitionKind::plugin) == "plugin");
}

BOOST_AUTO_TEST_SUITE_END()
