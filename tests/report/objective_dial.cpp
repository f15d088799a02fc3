// SPDX-License-Identifier: Apache-2.0
#include "report/objective_dial.h"

#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

using enum ObjectiveStanding;

std::vector<ReadElement> drawn(const std::vector<DialSector>& sectors) {
    const Catalogue french(Language::french);
    return read_markup(objective_dial(sectors, french));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(objective_dial_)

BOOST_AUTO_TEST_CASE(gives_each_standing_a_shape_of_its_own) {
    const auto dial = drawn({{"Payer", {met, missed, unknown, met}}});
    BOOST_TEST(of_class(dial, "circle", "dial-mark-met").size() == 2u);
    BOOST_TEST(of_class(dial, "path", "dial-tick").size() == 2u);
    BOOST_TEST(of_class(dial, "polygon", "dial-mark-missed").size() == 1u);
    BOOST_TEST(of_class(dial, "line", "dial-cross").size() == 2u);
    BOOST_TEST(of_class(dial, "circle", "dial-mark-unknown").size() == 1u);
}

BOOST_AUTO_TEST_CASE(numbers_its_sectors_and_tells_them_in_words) {
    const std::string svg =
        objective_dial({{"Payer", {met}}, {"Accueillir & orienter", {missed}}}, Catalogue(Language::english));
    BOOST_TEST(svg.find("1. Payer: 1 met, 0 missed, 0 without a figure") != std::string::npos);
    BOOST_TEST(svg.find("2. Accueillir &amp; orienter: 0 met, 1 missed") != std::string::npos);
    const auto dial = read_markup(svg);
    const auto numbers = of_class(dial, "text", "dial-number");
    BOOST_REQUIRE(numbers.size() == 2u);
    BOOST_TEST(numbers.back().text == "2");
    BOOST_TEST(of_class(dial, "text", "words").front().text == "1\u202f/\u202f2");
}

BOOST_AUTO_TEST_CASE(a_sector_is_as_good_as_its_worst_objective) {
    const auto dial = drawn({{"a", {met, met}}, {"b", {met, unknown}}, {"c", {unknown, missed}}, {"d", {}}});
    BOOST_TEST(of_class(dial, "path", "dial-met").size() == 1u);
    BOOST_TEST(of_class(dial, "path", "dial-missed").size() == 1u);
    BOOST_TEST(of_class(dial, "path", "dial-unknown").size() == 2u);
}

BOOST_AUTO_TEST_CASE(has_room_for_many_objectives_within_its_sector) {
    const std::vector<DialSector> sectors(8, {"p", std::vector(9, met)});
    const auto marks = of_class(drawn(sectors), "circle", "dial-mark-met");
    BOOST_REQUIRE(marks.size() == 72u);
    for (const ReadElement& mark : marks) {
        const double x = std::stod(mark.attributes.at("cx")) - 220,
                     y = std::stod(mark.attributes.at("cy")) - 220;
        const double distance = std::sqrt(x * x + y * y);
        BOOST_TEST((74 < distance && distance < 184));
    }
}

BOOST_AUTO_TEST_CASE(knows_nothing_without_a_figure_or_a_target) {
    BOOST_CHECK(objective_standing({}) == unknown);
    model::Measurement figure = point("2026-07", 19, 20);
    BOOST_CHECK(objective_standing(figure) == missed);
    BOOST_CHECK(objective_standing(point("2026-07", 20, 20)) == met);
    figure.target = {};
    BOOST_CHECK(objective_standing(figure) == unknown);
    BOOST_CHECK(objective_standing(point("2026-07", 0, 0)) == unknown);
}

BOOST_AUTO_TEST_SUITE_END()
