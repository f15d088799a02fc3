// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_chart.h"

#include <clocale>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

const Catalogue& french() {
    static const Catalogue catalogue(Language::french);
    return catalogue;
}

std::string chart_of(std::vector<model::Measurement> points) {
    const model::IndicatorSummary summary = indicator_of(std::move(points));
    return indicator_chart(summary.indicator, summary.history, french());
}

std::vector<ReadElement> drawn(std::vector<model::Measurement> points) {
    return read_markup(chart_of(std::move(points)));
}

bool says(const std::vector<ReadElement>& chart, std::string_view words) {
    return std::ranges::any_of(named(chart, "text"), [&](const auto& text) { return text.text == words; });
}

// The heights of a diamond's four corners, averaged.
double height_of(const ReadElement& diamond) {
    double sum = 0;
    std::string points = diamond.attributes.at("points");
    for (int corner = 0; corner < 4; ++corner) {
        const auto comma = points.find(',');
        sum += std::stod(points.substr(comma + 1));
        points.erase(0, comma + 1);
    }
    return sum / 4;
}

std::vector<model::Measurement> months(int count, std::int64_t numerator) {
    std::vector<model::Measurement> points;
    for (int i = 0; i < count; ++i)
        points.push_back(point(fmt::format("{}-{:02}", 2025 + i / 12, i % 12 + 1), numerator, 100));
    return points;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(indicator_chart_)

BOOST_AUTO_TEST_CASE(a_point_at_its_target_sits_on_the_target_line) {
    const auto chart = drawn({point("2026-07", 20, 20), point("2026-08", 18, 20)});
    const auto targets = of_class(chart, "line", "target");
    const auto met = of_class(chart, "circle", "met");
    BOOST_REQUIRE(targets.size() == 1u);
    BOOST_TEST(targets[0].number("y1") == targets[0].number("y2"));
    BOOST_TEST(met.back().number("cy") == targets[0].number("y1"));
}

BOOST_AUTO_TEST_CASE(a_point_sits_on_the_grid_line_of_its_value) {
    const auto chart = drawn({point("2026-07", 90, 100), point("2026-08", 100, 100)});
    const double height = height_of(of_class(chart, "polygon", "missed").back());
    const auto ticks = of_class(chart, "text", "muted");
    const auto tick = std::ranges::find(ticks, "90\u202f%", &ReadElement::text);
    BOOST_REQUIRE((tick != ticks.end()));
    const auto lines = of_class(chart, "line", "grid");
    BOOST_TEST(std::ranges::any_of(
        lines, [&](const auto& line) { return std::abs(line.number("y1") - height) < 0.11; }));
    BOOST_TEST(std::abs(tick->number("y") - 4 - height) < 0.11);  // the baseline stands a little lower
}

BOOST_AUTO_TEST_CASE(a_point_that_misses_hangs_below_the_line_in_proportion) {
    const auto chart = drawn({point("2026-07", 90, 100), point("2026-08", 95, 100)});
    const double target = of_class(chart, "line", "target").front().number("y1");
    const auto missed = of_class(chart, "polygon", "missed");
    BOOST_REQUIRE(missed.size() == 3u);  // one of them explains the sign
    BOOST_TEST(height_of(missed[1]) - target == 2 * (height_of(missed[2]) - target),
               boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(a_target_missed_by_a_rounding_does_not_look_met) {
    const auto chart = drawn({point("2026-07", 199'999, 200'000)});
    BOOST_TEST(says(chart, "100,0\u202f%"));
    BOOST_TEST(of_class(chart, "polygon", "missed").size() == 2u);
    BOOST_TEST(of_class(chart, "circle", "met").empty());
}

BOOST_AUTO_TEST_CASE(points_stand_in_order_at_equal_distances) {
    for (const int count : {1, 2, 12, 24}) {
        const auto circles = of_class(drawn(months(count, 100)), "circle", "met");
        BOOST_REQUIRE(circles.size() == static_cast<std::size_t>(count) + 1);
        for (std::size_t i = 3; i < circles.size(); ++i) {
            const double step = circles[i].number("cx") - circles[i - 1].number("cx");
            BOOST_TEST(std::abs(step - (circles[2].number("cx") - circles[1].number("cx"))) < 0.11);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_target_that_changes_is_drawn_in_steps) {
    auto points = months(4, 96);
    points[0].target = points[1].target = model::Target{{}, {90, 0}, {}, {}, {}};
    points[2].target = points[3].target = model::Target{{}, {95, 0}, {}, {}, {}};
    const auto chart = drawn(points);
    const auto targets = of_class(chart, "line", "target");
    BOOST_REQUIRE(targets.size() == 2u);
    BOOST_TEST(targets[0].number("x2") == targets[1].number("x1"));
    BOOST_TEST(targets[0].number("y1") > targets[1].number("y1"));
    BOOST_TEST(says(chart, "≥ 90\u202f%"));
    BOOST_TEST(says(chart, "≥ 95\u202f%"));
}

BOOST_AUTO_TEST_CASE(nothing_to_measure_is_a_gap_that_is_named) {
    const auto chart = drawn({point("2026-07", 9, 10), point("2026-08", 0, 0), point("2026-09", 9, 10)});
    const std::string line = of_class(chart, "path", "line").front().attributes.at("d");
    BOOST_TEST(std::ranges::count(line, 'M') == 2);
    BOOST_TEST(std::ranges::count(line, 'L') == 0);
    BOOST_TEST(says(chart, "rien à mesurer"));
}

BOOST_AUTO_TEST_CASE(a_cut_axis_says_so) {
    const auto cut = drawn({point("2026-07", 95, 100)});
    BOOST_TEST(says(cut, "Axe coupé\u00a0: l’échelle commence à 90\u202f%."));
    BOOST_TEST(of_class(cut, "path", "axis").size() == 1u);
    const auto whole = drawn({point("2026-07", 5, 100)});
    BOOST_TEST(of_class(whole, "path", "axis").empty());
    BOOST_TEST(says(whole, "0\u202f%"));
}

BOOST_AUTO_TEST_CASE(where_lower_is_better_the_target_says_so) {
    auto late = point("2026-07", 3, 100);
    late.direction = model::Direction::lower;
    late.target = model::Target{{}, {25, 1}, {}, {}, {}};
    const auto chart = drawn({late});
    BOOST_TEST(says(chart, "≤ 2,5\u202f%"));
    BOOST_TEST(of_class(chart, "polygon", "missed").size() == 2u);
}

BOOST_AUTO_TEST_CASE(without_points_it_says_that_nothing_was_measured) {
    BOOST_TEST(says(drawn({}), "pas encore mesuré"));
}

BOOST_AUTO_TEST_CASE(tells_those_who_do_not_see_it_every_result) {
    const auto chart = drawn({point("2026-07", 20, 20), point("2026-08", 18, 20)});
    BOOST_TEST(chart.front().attributes.at("role") == "img");
    BOOST_TEST(named(chart, "title").front().text ==
               "Part des paiements au-dessus du seuil décidés avant paiement");
    BOOST_TEST(
        named(chart, "desc").front().text ==
        "juillet 2026\u00a0: 20 sur 20, soit 100,0\u202f%\u00a0; objectif atteint (au moins 100\u202f%). "
        "août 2026\u00a0: 18 sur 20, soit 90,0\u202f%\u00a0; objectif non atteint (au moins 100\u202f%).");
}

BOOST_AUTO_TEST_CASE(coordinates_do_not_depend_on_the_locale) {
    const std::vector points{point("2026-07", 57, 61), point("2026-08", 18, 20)};
    const std::string before = chart_of(points);
    const std::string locale = std::setlocale(LC_ALL, nullptr);
    std::setlocale(LC_ALL, "fr_FR.UTF-8");
    const std::string after = chart_of(points);
    std::setlocale(LC_ALL, locale.c_str());
    BOOST_TEST(before == after);
    for (const auto& line : named(read_markup(before), "line"))
        BOOST_TEST(line.attributes.at("y1").find(',') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(limits_stand_from_twelve_points_on) {
    BOOST_TEST(of_class(drawn(months(11, 90)), "path", "limit").empty());
    BOOST_TEST(of_class(drawn(months(11, 90)), "line", "mean").empty());
    const auto chart = drawn(months(12, 90));
    BOOST_TEST(of_class(chart, "path", "limit").size() == 2u);
    BOOST_TEST(of_class(chart, "polygon", "band").size() == 1u);
    BOOST_TEST(of_class(chart, "line", "mean").size() == 1u);
    for (const char* words : {"limite haute", "99,0\u202f%", "moyenne", "limite basse", "81,0\u202f%"})
        BOOST_TEST(says(chart, words), words);
}

BOOST_AUTO_TEST_CASE(a_limit_that_no_figure_can_pass_now_is_not_named) {
    auto points = months(14, 90);
    points.back() = point("2026-02", 9, 10);  // of so few anything may be missing or none
    const auto chart = drawn(points);
    BOOST_TEST(!says(chart, "limite haute"));
    BOOST_TEST(says(chart, "limite basse"));
    BOOST_TEST(of_class(chart, "path", "limit").size() == 2u);
}

BOOST_AUTO_TEST_CASE(signals_carry_rings_a_letter_and_words) {
    auto points = months(14, 91);
    for (std::size_t i = 0; i < 14; i += 2) points[i].numerator = 97;
    points[5] = point("2025-06", 60, 100);
    const auto chart = drawn(points);
    const auto rings = of_class(chart, "circle", "signal");
    BOOST_REQUIRE(rings.size() == 2u);  // one of them explains the sign
    BOOST_TEST(says(chart, "A"));
    BOOST_TEST(says(chart, "juin 2025\u00a0: au-dessous de la limite basse (mauvais signe)"));
    const std::string described = named(chart, "desc").front().text;
    BOOST_TEST(described.ends_with(
        "Signaux\u00a0: juin 2025\u00a0: au-dessous de la limite basse (mauvais signe)."));
}

BOOST_AUTO_TEST_CASE(of_many_signals_the_newest_are_named) {
    auto points = months(60, 90);  // rises for seven months, again and again
    for (std::size_t i = 0; i < 60; ++i) points[i].numerator += static_cast<std::int64_t>(i % 7);
    const auto chart = drawn(points);
    BOOST_TEST(says(chart, "F"));
    BOOST_TEST(!says(chart, "G"));
    BOOST_TEST(says(chart, "et 2 signaux plus anciens"));
}

BOOST_AUTO_TEST_CASE(a_period_that_nobody_measured_is_a_gap_under_the_target_that_held_then) {
    model::IndicatorSummary summary = indicator_of({point("2026-07", 9, 10), point("2026-08", 9, 10)});
    summary.history.push_back({*calendar::Period::parse("2026-09")});
    const auto chart = read_markup(indicator_chart(summary.indicator, summary.history, french()));
    BOOST_TEST(says(chart, "pas mesuré"));
    BOOST_TEST(says(chart, "sept."));
    BOOST_TEST(of_class(chart, "line", "target").size() == 1u);
    BOOST_TEST(named(chart, "desc").front().text.ends_with("septembre 2026\u00a0: pas mesuré."));
}

BOOST_AUTO_TEST_CASE(a_corrected_figure_shows_the_one_before_too) {
    model::IndicatorSummary summary = indicator_of({point("2026-07", 9, 10), point("2026-08", 9, 10)});
    summary.history[1].replaced.push_back(point("2026-08", 5, 10));
    const auto chart = read_markup(indicator_chart(summary.indicator, summary.history, french()));
    BOOST_TEST(says(chart, "valeur avant correction"));
    BOOST_TEST(of_class(chart, "line", "replaced").size() == 4u);  // two crosses
    BOOST_TEST(
        named(chart, "desc").front().text.ends_with("août 2026\u00a0: corrigé, auparavant 50,0\u202f%."));
}

BOOST_AUTO_TEST_CASE(targets_read_from_the_store_are_one_line) {
    auto points = months(3, 96);
    for (auto& one : points) one.target->from = one.period.last();
    BOOST_TEST(of_class(drawn(points), "line", "target").size() == 1u);
}

BOOST_AUTO_TEST_CASE(nothing_leaves_the_picture) {
    for (const int count : {1, 3, 12, 24, 60}) {
        for (const std::int64_t numerator : {0, 50, 97, 100}) {
            for (const auto& text : named(drawn(months(count, numerator)), "text")) {
                BOOST_TEST(text.number("x") >= 0);
                BOOST_TEST(text.number("x") <= 720);
                BOOST_TEST(text.number("y") >= 10);
                BOOST_TEST(text.number("y") <= 326);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
