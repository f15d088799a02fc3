// SPDX-License-Identifier: Apache-2.0
#include "model/indicator_history.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::model;

namespace {

calendar::Period period(const char* text) {
    return *calendar::Period::parse(text);
}

Indicator monthly() {
    Indicator indicator;
    indicator.id = "in-time";
    return indicator;
}

Measurement measured(const char* when, std::int64_t numerator, const char* indicator = "in-time") {
    Measurement measurement;
    measurement.indicator = indicator;
    measurement.period = period(when);
    measurement.numerator = numerator;
    measurement.denominator = 20;
    return measurement;
}

// `2026-05 –, 2026-06 18 (was 19)`.
std::string told(const std::vector<PeriodFigure>& history) {
    std::vector<std::string> words;
    for (const PeriodFigure& one : history) {
        std::string word = one.period.text() + " ";
        word += one.measurement ? std::to_string(one.measurement->numerator) : "–";
        for (const Measurement& earlier : one.replaced) word += fmt::format(" (was {})", earlier.numerator);
        words.push_back(word);
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(indicator_history_)

BOOST_AUTO_TEST_CASE(starts_with_the_first_figure_and_keeps_holes_and_what_is_missing_at_the_end) {
    const auto history = indicator_history(monthly(), {measured("2026-03", 1), measured("2026-05", 2)},
                                           period("2026-07"), usual_history);
    BOOST_TEST(told(history) == "2026-03 1, 2026-04 –, 2026-05 2, 2026-06 –, 2026-07 –");
}

BOOST_AUTO_TEST_CASE(goes_no_further_back_than_asked) {
    const std::vector all{measured("2026-01", 1), measured("2026-02", 2), measured("2026-04", 4)};
    BOOST_TEST(told(indicator_history(monthly(), all, period("2026-04"), 3)) ==
               "2026-02 2, 2026-03 –, 2026-04 4");
    BOOST_TEST(told(indicator_history(monthly(), all, period("2026-04"), 2)) == "2026-04 4");
    BOOST_TEST(told(indicator_history(monthly(), all, period("2026-02"), 2)) == "2026-01 1, 2026-02 2");
}

BOOST_AUTO_TEST_CASE(keeps_what_was_restated_but_not_what_was_only_measured_again) {
    const auto history = indicator_history(
        monthly(),
        {measured("2026-03", 1), measured("2026-03", 1), measured("2026-03", 3), measured("2026-03", 2)},
        period("2026-03"), usual_history);
    BOOST_TEST(told(history) == "2026-03 2 (was 1) (was 3)");
}

BOOST_AUTO_TEST_CASE(passes_over_other_indicators_and_longer_periods) {
    const auto history = indicator_history(
        monthly(), {measured("2026-03", 1), measured("2026-03", 9, "another"), measured("2026-Q1", 7)},
        period("2026-03"), usual_history);
    BOOST_TEST(told(history) == "2026-03 1");
}

BOOST_AUTO_TEST_CASE(is_empty_where_nothing_was_measured) {
    BOOST_TEST(indicator_history(monthly(), {}, period("2026-03"), usual_history).empty());
    BOOST_TEST(
        indicator_history(monthly(), {measured("2026-04", 1)}, period("2026-03"), usual_history).empty());
}

BOOST_AUTO_TEST_SUITE_END()
