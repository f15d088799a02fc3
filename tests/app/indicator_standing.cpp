// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_standing.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/indicator.h"
#include "app/process.h"
#include "app/sample_workspace.h"
#include "store/measurement_repository.h"

using namespace cadran;
using namespace cadran::app;
using calendar::Period;

namespace {

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-10-02T09:00:00Z");
    }
    Session claire = as("claire.vasseur");

    // As if it had been measured.
    void keep(const char* when, std::int64_t numerator, std::int64_t denominator) {
        model::Measurement measurement;
        measurement.process = process_name;
        measurement.indicator = indicator_name;
        measurement.period = period(when);
        measurement.numerator = numerator;
        measurement.denominator = denominator;
        measurement.target = model::Target{day("2026-07-01"), {90, 0}, {}, {}, {}};
        measurement.by = "claire.vasseur";
        measurement.at = clock().now();
        store::MeasurementRepository(workspace().database()).insert(measurement);
    }
    IndicatorStanding standing() { return list_indicators(claire, process_name).value().at(0); }
    IndicatorStanding chart(std::size_t periods) {
        return chart_indicator(claire, {process_name, indicator_name, periods}).value();
    }
};

std::string told(const std::vector<Period>& periods) {
    std::vector<std::string> words;
    for (const Period& one : periods) words.push_back(one.text());
    return fmt::format("{}", fmt::join(words, " "));
}

std::string told(const std::vector<model::PeriodFigure>& history) {
    std::vector<std::string> words;
    for (const model::PeriodFigure& one : history)
        words.push_back(one.period.text() + (one.measurement ? "" : "?"));
    return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(indicator_standing, Example)

BOOST_AUTO_TEST_CASE(never_measured_misses_every_period_since_its_first_target) {
    const IndicatorStanding standing = this->standing();
    BOOST_TEST(standing.process == process_name);
    BOOST_TEST(standing.indicator.id == indicator_name);
    BOOST_TEST(!standing.newest.has_value());
    BOOST_TEST(told(standing.missing) == "2026-07 2026-08 2026-09");
    BOOST_TEST(standing.history.empty());
}

BOOST_AUTO_TEST_CASE(misses_nothing_from_before_its_sheet_was_in_force) {
    edit_draft("processes/" + std::string(process_name) + ".xml", R"(from="2026-07-01" value="100")",
               R"(from="2026-01-01" value="100")");
    Session sophie = as("sophie.garnier");
    BOOST_REQUIRE_EQUAL(app::told(draft_process(claire, process_name)), "done");
    BOOST_REQUIRE_EQUAL(app::told(accept_process(sophie, {process_name, day("2026-08-01"), "test"})), "done");
    BOOST_TEST(told(standing().missing) == "2026-07 2026-08 2026-09");
}

BOOST_AUTO_TEST_CASE(shows_the_latest_figure_with_the_target_valid_then) {
    keep("2026-08", 18, 20);
    keep("2026-07", 20, 20);
    const IndicatorStanding standing = this->standing();
    BOOST_REQUIRE(standing.newest.has_value());
    BOOST_TEST(standing.newest->period.text() == "2026-08");
    BOOST_TEST(plain_text(standing.newest->target->value) == "90");
    BOOST_CHECK(standing.newest->attainment() == model::Attainment::met);
    BOOST_TEST(told(standing.missing) == "2026-09");
    BOOST_TEST(told(standing.history) == "2026-07 2026-08 2026-09?");
}

BOOST_AUTO_TEST_CASE(takes_a_month_before_the_quarter_that_ends_with_it) {
    keep("2026-09", 9, 10);
    keep("2026-Q3", 25, 30);
    BOOST_TEST(standing().newest->period.text() == "2026-09");
}

BOOST_AUTO_TEST_CASE(takes_a_quarter_for_its_months) {
    keep("2026-Q3", 25, 30);
    BOOST_TEST(standing().missing.empty());
    BOOST_TEST(standing().newest->period.text() == "2026-Q3");
}

BOOST_AUTO_TEST_CASE(misses_nothing_that_is_not_over) {
    set_clock("2026-09-30T20:00:00Z");
    keep("2026-07", 20, 20);
    keep("2026-08", 18, 20);
    BOOST_TEST(standing().missing.empty());
    BOOST_TEST(told(standing().history) == "2026-07 2026-08");
}

BOOST_AUTO_TEST_CASE(shows_a_month_that_is_not_over_where_it_was_measured) {
    keep("2026-09", 9, 10);
    keep("2026-10", 1, 1);
    BOOST_TEST(told(standing().history) == "2026-09 2026-10");
}

BOOST_AUTO_TEST_CASE(charts_as_many_periods_as_asked_with_what_was_corrected) {
    for (const char* month : {"2026-06", "2026-07", "2026-08", "2026-09"}) keep(month, 9, 10);
    keep("2026-08", 8, 10);
    const IndicatorStanding three = chart(3);
    BOOST_TEST(told(three.history) == "2026-07 2026-08 2026-09");
    BOOST_REQUIRE(three.history[1].replaced.size() == 1u);
    BOOST_TEST(three.history[1].replaced[0].numerator == 9);
    BOOST_TEST(three.history[1].measurement->numerator == 8);
    BOOST_TEST(told(chart(24).history) == "2026-06 2026-07 2026-08 2026-09");
}

BOOST_AUTO_TEST_CASE(are_listed_of_every_process_in_force) {
    BOOST_TEST(list_indicators(claire, "")->size() == 1u);
    set_clock("2026-06-20T09:00:00Z");
    BOOST_TEST(list_indicators(claire, "")->empty());
}

BOOST_AUTO_TEST_CASE(of_unknown_names_are_not_found) {
    BOOST_TEST(app::told(list_indicators(claire, "complaints")) == "not found: app.none_in_force");
    BOOST_TEST(app::told(chart_indicator(claire, {"complaints", indicator_name})) ==
               "not found: app.none_in_force");
    BOOST_TEST(app::told(chart_indicator(claire, {process_name, "decided"})) ==
               "not found: app.unknown_indicator");
}

BOOST_AUTO_TEST_SUITE_END()
