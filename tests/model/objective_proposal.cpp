// SPDX-License-Identifier: Apache-2.0
#include "model/objective_proposal.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::model;

namespace {

Indicator monthly(Direction direction, std::optional<Decimal> target) {
    Indicator indicator;
    indicator.id = "answered-in-time";
    indicator.direction = direction;
    if (target) indicator.targets = {{*parse_date("2026-01-01"), *target}};
    return indicator;
}

// Figures of the months up to December 2026, in the order given; -1 where nobody measured.
std::vector<PeriodFigure> months(const Indicator& indicator, const std::vector<std::int64_t>& values) {
    std::vector<PeriodFigure> history;
    calendar::Period period = *calendar::Period::parse("2026-12");
    for (std::size_t back = 1; back < values.size(); ++back) period = period.previous();
    for (const std::int64_t value : values) {
        PeriodFigure one{period};
        if (value >= 0) {
            one.measurement.emplace();
            one.measurement->period = period;
            one.measurement->figure = Decimal{value, 0};
            one.measurement->direction = indicator.direction;
            one.measurement->target = indicator.target_at(period.last());
        }
        history.push_back(one);
        period = period.next();
    }
    return history;
}

// `raise 95 to 96`.
std::string proposed(const Indicator& indicator, const std::vector<std::int64_t>& values) {
    const auto proposal = proposed_objective(indicator, months(indicator, values));
    if (!proposal) return "none";
    std::string text = std::string(proposal_name(proposal->proposal)) + " " + plain_text(*proposal->target);
    if (proposal->upper) text += "-" + plain_text(*proposal->upper);
    if (proposal->raised) text += " to " + plain_text(*proposal->raised);
    return text;
}

const Indicator at_least_95 = monthly(Direction::higher, Decimal{95, 0});
const Indicator at_most_10 = monthly(Direction::lower, Decimal{10, 0});

}  // namespace

BOOST_AUTO_TEST_SUITE(objective_proposal)

BOOST_AUTO_TEST_CASE(asks_for_what_a_whole_year_has_shown_to_be_possible) {
    BOOST_TEST(proposed(at_least_95, {97, 98, 96, 99, 97, 97, 98, 96, 99, 97, 98, 97}) == "raise 95 to 96");
    BOOST_TEST(proposed(at_most_10, {8, 7, 9, 6, 8, 7, 8, 7, 8, 6, 7, 8}) == "raise 10 to 9");
    // What came before that year counts no more.
    BOOST_TEST(proposed(at_least_95, {90, 97, 98, 96, 99, 97, 97, 98, 96, 99, 97, 98, 97}) ==
               "raise 95 to 96");
}

BOOST_AUTO_TEST_CASE(keeps_a_target_that_is_met_but_not_by_a_margin_for_a_year) {
    BOOST_TEST(proposed(at_least_95, {97, 98}) == "keep 95");
    BOOST_TEST(proposed(at_least_95, {97, 98, 95, 99, 97, 97, 98, 96, 99, 97, 98, 97}) == "keep 95");
    BOOST_TEST(proposed(at_least_95, {97, 98, 94, 99, 97, 97, 98, 96, 99, 97, 98, 97}) == "keep 95");
    BOOST_TEST(proposed(at_least_95, {97, 98, -1, 99, 97, 97, 98, 96, 99, 97, 98, 97}) == "keep 95");
}

BOOST_AUTO_TEST_CASE(never_makes_a_missed_target_easier) {
    BOOST_TEST(proposed(at_least_95, {97, 98, 94}) == "act 95");
    BOOST_TEST(proposed(at_most_10, {11}) == "act 10");
}

BOOST_AUTO_TEST_CASE(asks_for_a_figure_where_the_end_of_the_turn_has_none) {
    BOOST_TEST(proposed(at_least_95, {97, -1}) == "measure 95");
}

BOOST_AUTO_TEST_CASE(leaves_a_range_as_it_is) {
    Indicator range = monthly(Direction::within, Decimal{1, 0});
    range.targets.front().upper = Decimal{9, 0};
    BOOST_TEST(proposed(range, std::vector<std::int64_t>(12, 5)) == "keep 1-9");
}

BOOST_AUTO_TEST_CASE(says_nothing_without_a_target_or_a_past) {
    BOOST_TEST(proposed(monthly(Direction::higher, {}), {97}) == "none");
    BOOST_TEST(proposed(at_least_95, {}) == "none");
}

BOOST_AUTO_TEST_SUITE_END()
