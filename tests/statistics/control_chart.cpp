// SPDX-License-Identifier: Apache-2.0
#include "statistics/control_chart.h"

#include <stdexcept>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran::statistics;

namespace {

using Observations = std::vector<std::optional<Observation>>;

Observations of(const std::vector<double>& values, double size = 1) {
    Observations observations;
    for (const double value : values) observations.push_back(Observation{value, size});
    return observations;
}

std::vector<Signal> signals_of(const std::vector<double>& values) {
    return signals(control_chart(ChartKind::individuals, of(values)).value());
}

// A chart with centre 0 and sigma 1, to set points where a rule looks.
ControlChart standard(const std::vector<double>& values) {
    ControlChart chart;
    for (const double value : values) chart.points.push_back(ControlPoint{value, 1, -3, 3});
    return chart;
}

// Numbers of the points beyond their limits, counted from 1 as the books do.
std::vector<std::size_t> out_of_control(const ControlChart& chart) {
    std::vector<std::size_t> numbers;
    for (const Signal& signal : signals(chart)) {
        if (signal.rule != Rule::beyond_limit) continue;
        for (std::size_t index = signal.first; index <= signal.last; ++index) numbers.push_back(index + 1);
    }
    return numbers;
}

std::vector<Signal> of_rule(const ControlChart& chart, Rule rule) {
    std::vector<Signal> found;
    for (const Signal& signal : signals(chart)) {
        if (signal.rule == rule) found.push_back(signal);
    }
    return found;
}

bool are(const std::vector<Signal>& found, const std::vector<Signal>& expected) {
    return found == expected;
}

std::vector<double> some_values() {
    const auto numbers = *rc::gen::container<std::vector<int>>(30, rc::gen::inRange<int>(-1'000, 1'001));
    return {numbers.begin(), numbers.end()};
}

std::vector<double> changed(std::vector<double> values, double factor, double shift) {
    for (double& value : values) value = value * factor + shift;
    return values;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(control_chart_)

// Data: D. C. Montgomery, Introduction to Statistical Quality Control, as the R package qcc has them
// (orangejuice, trial samples); limits and points: the output of qcc.
BOOST_AUTO_TEST_CASE(of_shares_gives_the_published_limits_of_the_orange_juice_cans) {
    const auto chart =
        control_chart(ChartKind::shares, of({12, 15, 8, 10, 4,  7,  16, 9,  14, 10, 5,  6, 17, 12, 22,
                                             8,  10, 5, 13, 11, 20, 18, 24, 15, 9,  12, 7, 13, 9,  6},
                                            50));
    BOOST_REQUIRE(chart.has_value());
    BOOST_CHECK_SMALL(chart->centre - 0.23133, 5e-6);
    BOOST_CHECK_SMALL(chart->points[0]->low - 0.05243, 5e-6);
    BOOST_CHECK_SMALL(chart->points[0]->high - 0.41024, 5e-6);
    BOOST_TEST(out_of_control(*chart) == (std::vector<std::size_t>{15, 23}),
               boost::test_tools::per_element());
}

// Likewise: circuit, trial samples.
BOOST_AUTO_TEST_CASE(of_counts_gives_the_published_limits_of_the_circuit_boards) {
    const auto chart =
        control_chart(ChartKind::counts, of({21, 24, 16, 12, 15, 5,  28, 20, 31, 25, 20, 24, 16,
                                             19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15}));
    BOOST_REQUIRE(chart.has_value());
    BOOST_CHECK_SMALL(chart->centre - 19.846, 5e-4);
    BOOST_CHECK_SMALL(chart->points[0]->low - 6.4814, 5e-5);
    BOOST_CHECK_SMALL(chart->points[0]->high - 33.2109, 5e-5);
    BOOST_TEST(out_of_control(*chart) == (std::vector<std::size_t>{6, 20}), boost::test_tools::per_element());
}

// Likewise: pcmanufact.
BOOST_AUTO_TEST_CASE(of_rates_gives_the_published_limits_of_the_personal_computers) {
    const auto chart = control_chart(
        ChartKind::rates, of({10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5}, 5));
    BOOST_REQUIRE(chart.has_value());
    BOOST_CHECK_SMALL(chart->centre - 1.93, 5e-6);
    BOOST_CHECK_SMALL(chart->points[0]->low - 0.0661, 5e-5);
    BOOST_CHECK_SMALL(chart->points[0]->high - 3.7939, 5e-5);
    BOOST_TEST(out_of_control(*chart).empty());
}

// Likewise: viscosity, trial batches, with d2 = 1.128.
BOOST_AUTO_TEST_CASE(of_individuals_gives_the_published_limits_of_the_viscosity) {
    const auto chart = control_chart(
        ChartKind::individuals, of({34.05, 34.40, 33.59, 35.96, 34.70, 33.51, 33.79, 34.04, 34.52, 33.75,
                                    33.27, 33.71, 34.03, 34.58, 34.02, 33.97, 34.05, 34.04, 33.73, 34.05}));
    BOOST_REQUIRE(chart.has_value());
    BOOST_CHECK_SMALL(chart->centre - 34.088, 5e-6);
    BOOST_CHECK_SMALL(chart->points[0]->low - 32.56504, 5e-6);
    BOOST_CHECK_SMALL(chart->points[0]->high - 35.61096, 5e-6);
    BOOST_TEST(out_of_control(*chart) == (std::vector<std::size_t>{4}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(has_no_limits_out_of_fewer_than_twelve_values) {
    Observations eleven = of(std::vector<double>(11, 5));
    eleven[3]->value = 6;
    eleven.insert(eleven.begin() + 7, std::nullopt);
    for (const ChartKind kind :
         {ChartKind::individuals, ChartKind::shares, ChartKind::counts, ChartKind::rates}) {
        Observations twelve = eleven;
        for (auto& one : twelve) {
            if (one) one->size = 10;
        }
        BOOST_TEST(!control_chart(kind, twelve).has_value());
        twelve.push_back(Observation{5, 10});
        BOOST_TEST(control_chart(kind, twelve).has_value());
    }
}

BOOST_AUTO_TEST_CASE(has_limits_for_each_size) {
    Observations observations = of(std::vector<double>(12, 5), 10);
    observations[11] = Observation{20, 40};
    const auto chart = control_chart(ChartKind::shares, observations);
    BOOST_REQUIRE(chart.has_value());
    BOOST_TEST(chart->centre == 0.5, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(chart->points[11]->sigma == chart->points[0]->sigma / 2, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(takes_no_range_across_a_gap) {
    Observations observations = of({1, 2, 1, 2, 1, 2});
    observations.push_back(std::nullopt);
    for (const double value : {101.0, 102.0, 101.0, 102.0, 101.0, 102.0})
        observations.push_back(Observation{value});
    const auto chart = control_chart(ChartKind::individuals, observations);
    BOOST_REQUIRE(chart.has_value());
    BOOST_TEST(chart->mean_range == 1);
    BOOST_TEST(!chart->points[6].has_value());

    Observations apart;
    for (int i = 0; i < 12; ++i) {
        apart.push_back(Observation{1});
        apart.push_back(std::nullopt);
    }
    BOOST_TEST(!control_chart(ChartKind::individuals, apart).has_value());
}

BOOST_AUTO_TEST_CASE(takes_no_counts_that_cannot_be) {
    const auto with = [](ChartKind kind, Observation wrong) {
        Observations observations = of(std::vector<double>(12, 5), 10);
        observations[4] = wrong;
        return control_chart(kind, observations);
    };
    BOOST_CHECK_THROW(with(ChartKind::shares, {11, 10}), std::invalid_argument);
    BOOST_CHECK_THROW(with(ChartKind::shares, {0, 0}), std::invalid_argument);
    BOOST_CHECK_THROW(with(ChartKind::rates, {5, 0}), std::invalid_argument);
    BOOST_CHECK_THROW(with(ChartKind::counts, {-1, 1}), std::invalid_argument);
    BOOST_TEST(with(ChartKind::individuals, {-1, 0}).has_value());
}

BOOST_AUTO_TEST_CASE(signals_points_beyond_a_limit_as_long_as_they_go_on) {
    BOOST_TEST(are(of_rule(standard({0, 3, 3.1, 4, 0, -3, -3.1}), Rule::beyond_limit),
                   {{Rule::beyond_limit, 2, 3, Side::above}, {Rule::beyond_limit, 6, 6, Side::below}}));
}

BOOST_AUTO_TEST_CASE(signals_eight_in_a_row_on_one_side) {
    const std::vector<double> seven{1, 0.5, 1, 2, 1, 0.1, 1};
    BOOST_TEST(signals(standard(seven)).empty());
    std::vector<double> eight = seven;
    eight.push_back(0.5);
    BOOST_TEST(are(signals(standard(eight)), {{Rule::one_side, 0, 7, Side::above}}));
    std::vector<double> nine = eight;
    nine.push_back(0.6);
    BOOST_TEST(are(signals(standard(changed(nine, -1, 0))), {{Rule::one_side, 0, 8, Side::below}}));
    std::vector<double> crossed = eight;
    crossed[3] = 0;
    BOOST_TEST(signals(standard(crossed)).empty());
    ControlChart interrupted = standard(eight);
    interrupted.points[3].reset();
    BOOST_TEST(signals(interrupted).empty());
}

BOOST_AUTO_TEST_CASE(signals_six_in_a_row_that_rise_or_fall) {
    BOOST_TEST(signals(standard({0, -1, -0.5, 0, 0.5, 1, 0.9})).empty());
    BOOST_TEST(are(signals(standard({0, -1, -0.5, 0, 0.5, 1, 1.5, 1})), {{Rule::trend, 1, 6, Side::above}}));
    BOOST_TEST(
        are(signals(standard({-0.5, 1, 0.5, 0, -0.5, -1, -1.5, -1})), {{Rule::trend, 1, 6, Side::below}}));
    BOOST_TEST(signals(standard({0, -1, -0.5, 0, 0, 0.5, 1, 1.5, 1})).empty());
}

BOOST_AUTO_TEST_CASE(signals_two_of_three_beyond_two_sigma_on_one_side) {
    BOOST_TEST(are(signals(standard({0, 2.1, 0, 2.2, 0})), {{Rule::two_of_three, 1, 3, Side::above}}));
    BOOST_TEST(are(signals(standard({0, -2.1, -2.2, 0})), {{Rule::two_of_three, 1, 2, Side::below}}));
    BOOST_TEST(are(signals(standard({2.1, 2.2, 0, 2.1, 0, 0, 2.5, 2.5})),
                   {{Rule::two_of_three, 0, 3, Side::above}, {Rule::two_of_three, 6, 7, Side::above}}));
    BOOST_TEST(signals(standard({0, 2.1, 0, 0, 2.2, 0})).empty());
    BOOST_TEST(signals(standard({0, 2.1, -2.1, 0, 2, 2})).empty());
    ControlChart interrupted = standard({0, 2.1, 0, 2.2});
    interrupted.points[2].reset();
    BOOST_TEST(signals(interrupted).empty());
}

BOOST_AUTO_TEST_CASE(says_nothing_of_figures_that_never_change) {
    BOOST_TEST(signals_of(std::vector<double>(24, 0.1)).empty());
    for (const double value : {0.0, 3.0, 7.0}) {
        const auto chart = control_chart(ChartKind::shares, of(std::vector<double>(24, value), 7)).value();
        BOOST_TEST(signals(chart).empty());
    }
}

BOOST_AUTO_TEST_CASE(says_the_same_in_other_units) {
    const bool held = rc::check([] {
        const auto values = some_values();
        const double factor = *rc::gen::inRange(1, 1'000) / 8.0;
        const double shift = *rc::gen::inRange(-10'000, 10'001);
        const auto before = control_chart(ChartKind::individuals, of(values)).value();
        const auto after = control_chart(ChartKind::individuals, of(changed(values, factor, shift))).value();
        RC_ASSERT(std::abs(after.centre - (before.centre * factor + shift)) < 1e-6);
        RC_ASSERT(std::abs(after.points[0]->sigma - before.points[0]->sigma * factor) < 1e-6);
        RC_ASSERT(signals(before) == signals(after));
    });
    BOOST_TEST(held);
}

BOOST_AUTO_TEST_CASE(says_the_contrary_of_what_is_turned_upside_down) {
    const bool held = rc::check([] {
        const auto values = some_values();
        auto expected = signals_of(values);
        for (Signal& signal : expected) signal.side = signal.side == Side::above ? Side::below : Side::above;
        RC_ASSERT(signals_of(changed(values, -1, 0)) == expected);
    });
    BOOST_TEST(held);
}

BOOST_AUTO_TEST_CASE(keeps_limits_around_the_centre_and_within_what_can_be) {
    const bool held = rc::check([] {
        Observations observations;
        for (int i = 0; i < 20; ++i) {
            const auto trials = *rc::gen::inRange(1, 200);
            observations.push_back(Observation{static_cast<double>(*rc::gen::inRange(0, trials + 1)),
                                               static_cast<double>(trials)});
        }
        for (const ChartKind kind : {ChartKind::shares, ChartKind::rates, ChartKind::counts}) {
            const auto chart = control_chart(kind, observations).value();
            for (const auto& point : chart.points) {
                RC_ASSERT(point->low >= 0);
                RC_ASSERT(point->low <= chart.centre + 1e-12);
                RC_ASSERT(point->high >= chart.centre - 1e-12);
                RC_ASSERT(kind != ChartKind::shares || point->high <= 1);
            }
        }
    });
    BOOST_TEST(held);
}

BOOST_AUTO_TEST_SUITE_END()
