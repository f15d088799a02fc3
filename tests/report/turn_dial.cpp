// SPDX-License-Identifier: Apache-2.0
#include "report/turn_dial.h"

#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::vector<ReadElement> dial_at(model::Stage stage) {
    const Catalogue french(Language::french);
    return read_markup(turn_dial({"pay-benefits", 3, {}, stage, 1}, french));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(turn_dial_)

BOOST_AUTO_TEST_CASE(marks_what_is_behind_now_and_ahead) {
    const auto dial = dial_at(model::Stage::check);
    BOOST_TEST(of_class(dial, "path", "passed").size() == 2u);
    BOOST_TEST(of_class(dial, "path", "current").size() == 1u);
    BOOST_TEST(of_class(dial, "path", "ahead").size() == 1u);
    BOOST_TEST(of_class(dial, "text", "on-current").front().text == "Vérifier");
}

BOOST_AUTO_TEST_CASE(points_to_the_stage_without_help_of_colour) {
    const auto hand = of_class(dial_at(model::Stage::plan), "polygon", "hand");
    BOOST_REQUIRE(hand.size() == 1u);
    const std::string tip = hand.front().attributes.at("points");
    BOOST_TEST(std::stod(tip) > 100);                            // to the right of the centre
    BOOST_TEST(std::stod(tip.substr(tip.find(',') + 1)) < 100);  // and above it
}

BOOST_AUTO_TEST_CASE(a_closed_turn_has_no_hand) {
    const auto dial = dial_at(model::Stage::closed);
    BOOST_TEST(of_class(dial, "path", "passed").size() == 4u);
    BOOST_TEST(of_class(dial, "polygon", "hand").empty());
}

BOOST_AUTO_TEST_CASE(says_turn_and_stage) {
    const auto dial = dial_at(model::Stage::act);
    BOOST_TEST(dial.front().attributes.at("role") == "img");
    BOOST_TEST(named(dial, "title").front().text == "Roue PDCA, tour n°\u00a03");
    BOOST_TEST(named(dial, "desc").front().text == "Étape en cours\u00a0: Agir");
}

BOOST_AUTO_TEST_SUITE_END()
