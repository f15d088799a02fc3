// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_trend.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;
using statistics::ChartKind;

namespace {

using History = std::vector<model::PeriodFigure>;

std::string month(int number) {
    return fmt::format("{}-{:02}", 2025 + number / 12, number % 12 + 1);
}

// Shares of 200 in per cent, a month each from January 2025 on.
History shares(const std::vector<int>& percents) {
    History history;
    for (const int percent : percents) {
        const auto one = point(month(static_cast<int>(history.size())), 2 * percent, 200);
        history.push_back({one.period, one});
    }
    return history;
}

History figures(const std::vector<Decimal>& values, model::Unit unit) {
    History history;
    for (const Decimal& value : values) {
        auto one = point(month(static_cast<int>(history.size())), 0, 0);
        one.unit = unit;
        one.figure = value;
        history.push_back({one.period, one});
    }
    return history;
}

model::Indicator indicator(model::Unit unit = model::Unit::percent,
                           model::Direction direction = model::Direction::higher) {
    model::Indicator indicator = indicator_of({}).indicator;
    indicator.unit = unit;
    indicator.direction = direction;
    return indicator;
}

const std::vector<int> level{94, 92, 94, 93, 95, 92, 94, 93, 95, 94, 92, 94};
std::vector<int> then(std::vector<int> percents, std::initializer_list<int> more) {
    percents.insert(percents.end(), more);
    return percents;
}

std::vector<std::string> words_of(const History& history, Language language,
                                  const model::Indicator& whose = indicator()) {
    const Catalogue catalogue(language);
    std::vector<std::string> words;
    for (const auto& signal : trend_of(whose, history).signals)
        words.push_back(signal_words(signal, whose, history, catalogue));
    return words;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(indicator_trend)

BOOST_AUTO_TEST_CASE(charts_shares_of_known_counts_as_shares) {
    const Trend trend = trend_of(indicator(), shares(level));
    BOOST_CHECK(trend.kind == ChartKind::shares);
    BOOST_REQUIRE(trend.chart.has_value());
    BOOST_TEST(trend.chart->centre == 93.5, boost::test_tools::tolerance(1e-9));
    // Three times the root of 93.5 × 6.5 / 200.
    BOOST_TEST(trend.chart->points[0]->low == 93.5 - 5.2296, boost::test_tools::tolerance(1e-5));
    BOOST_TEST(trend.chart->points[0]->high == 93.5 + 5.2296, boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(charts_counts_of_what_should_be_few_as_counts_and_volumes_as_figures) {
    const auto kind = [](const History& history, model::Unit unit, model::Direction direction) {
        return trend_of(indicator(unit, direction), history).kind;
    };
    const std::vector<Decimal> whole(12, {7, 0});
    const History counts = figures(whole, model::Unit::count);
    BOOST_CHECK(kind(counts, model::Unit::count, model::Direction::lower) == ChartKind::counts);
    BOOST_CHECK(kind(counts, model::Unit::count, model::Direction::within) == ChartKind::individuals);
    BOOST_CHECK(kind(counts, model::Unit::days, model::Direction::lower) == ChartKind::individuals);
    std::vector<Decimal> broken = whole;
    broken[3] = {75, 1};
    BOOST_CHECK(kind(figures(broken, model::Unit::count), model::Unit::count, model::Direction::lower) ==
                ChartKind::individuals);
    BOOST_CHECK(kind(figures(whole, model::Unit::percent), model::Unit::percent, model::Direction::higher) ==
                ChartKind::individuals);
}

BOOST_AUTO_TEST_CASE(sets_no_limit_where_no_figure_can_lie) {
    std::vector<Decimal> values;
    for (int i = 0; i < 12; ++i) values.push_back({i % 2 == 0 ? 1 : 99, 0});
    const auto point_of = [&](model::Unit unit) {
        return *trend_of(indicator(unit), figures(values, unit)).chart->points[0];
    };
    BOOST_TEST(point_of(model::Unit::percent).low == 0);
    BOOST_TEST(point_of(model::Unit::percent).high == 100);
    BOOST_TEST(point_of(model::Unit::days).low == 0);
    BOOST_TEST(point_of(model::Unit::days).high > 100);
    BOOST_TEST(point_of(model::Unit::points).low < 0);
}

BOOST_AUTO_TEST_CASE(names_a_run_that_goes_on_since_its_first_month) {
    const History history = shares(then(level, {96, 97, 96, 97, 96, 97, 96, 97}));
    BOOST_TEST(words_of(history, Language::french).at(0) ==
               "huit mois du même côté depuis janvier 2026\u00a0: au-dessus de la moyenne (bon signe)");
    BOOST_TEST(words_of(history, Language::english).at(0) ==
               "eight months on one side since January 2026: above the mean (good sign)");
}

BOOST_AUTO_TEST_CASE(names_both_ends_of_a_run_that_is_over) {
    const History history = shares(then(level, {96, 97, 96, 97, 96, 97, 96, 97, 90}));
    BOOST_TEST(
        words_of(history, Language::french).at(0) ==
        "huit mois du même côté (janvier 2026 – août 2026)\u00a0: au-dessus de la moyenne (bon signe)");
}

BOOST_AUTO_TEST_CASE(names_what_lies_beyond_a_limit) {
    BOOST_TEST(
        words_of(shares(then(level, {80, 94})), Language::french) ==
            (std::vector<std::string>{"janvier 2026\u00a0: au-dessous de la limite basse (mauvais signe)"}),
        boost::test_tools::per_element());
    BOOST_TEST(
        words_of(shares(then(then(level, {94, 93, 95, 94, 92, 94}), {80, 81})), Language::english).at(0) ==
        "two months in a row below the lower limit since July 2026 (bad sign)");
}

BOOST_AUTO_TEST_CASE(names_what_rises_and_what_comes_near_a_limit) {
    const auto whose = indicator(model::Unit::days, model::Direction::lower);
    std::vector<Decimal> days;
    for (const int value : {50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 49, 50, 51, 52, 53, 54})
        days.push_back({value, 1});
    BOOST_TEST(words_of(figures(days, model::Unit::days), Language::french, whose).back() ==
               "six mois de hausse continue depuis janvier 2026 (mauvais signe)");
    const auto near =
        words_of(shares(then(then(level, {94, 93, 95, 94, 92, 94}), {98, 94, 98})), Language::english);
    BOOST_REQUIRE(near.size() == 1u);
    BOOST_TEST(near[0] ==
               "two points of three near the upper limit or beyond it since July 2026 (good sign)");
}

BOOST_AUTO_TEST_CASE(judges_no_signal_where_a_range_is_asked_for) {
    const auto whose = indicator(model::Unit::percent, model::Direction::within);
    BOOST_TEST(words_of(shares(then(level, {80})), Language::english, whose).at(0) ==
               "January 2026: below the lower limit");
}

BOOST_AUTO_TEST_CASE(says_that_it_takes_twelve_figures_to_draw_limits) {
    const History eleven = shares({level.begin(), level.end() - 1});
    const Trend trend = trend_of(indicator(), eleven);
    BOOST_TEST(!trend.chart.has_value());
    BOOST_TEST(limits_words(trend, indicator(), eleven, Catalogue(Language::french)) ==
               "pas encore de limites de contrôle\u00a0: 11 mesures sur les 12 qu’il faut");
    const History twelve = shares(level);
    BOOST_TEST(
        limits_words(trend_of(indicator(), twelve), indicator(), twelve, Catalogue(Language::french)) ==
        "limites de contrôle calculées sur douze mois\u00a0: de 88,3\u202f% à 98,7\u202f%, moyenne "
        "93,5\u202f%");
}

BOOST_AUTO_TEST_CASE(a_month_that_nobody_measured_ends_a_run) {
    History history = shares(then(level, {96, 97, 96, 97, 96, 97, 96, 97}));
    history[15].measurement.reset();
    BOOST_TEST(trend_of(indicator(), history).signals.empty());
}

BOOST_AUTO_TEST_CASE(gives_programs_the_same) {
    History history = shares(then(level, {80, 94}));
    history[1].replaced.push_back(point("2025-02", 180, 200));
    const Json json = trend_json(indicator(), history);
    BOOST_TEST(json.at("kind").string() == "shares");
    BOOST_TEST(json.at("signals").array().size() == 1u);
    const Json& signal = json.at("signals").array()[0];
    BOOST_TEST(signal.at("rule").string() == "beyond-limit");
    BOOST_TEST(signal.at("side").string() == "below");
    BOOST_TEST(signal.at("first").string() == "2026-01");
    const Json& restated = json.at("periods").array()[1];
    BOOST_TEST(restated.at("value").string() == "92.0");
    BOOST_TEST(restated.at("replaced").array()[0].at("value").string() == "90.0");
}

BOOST_AUTO_TEST_SUITE_END()
