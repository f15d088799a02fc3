// SPDX-License-Identifier: Apache-2.0
#include "report/percent_axis.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using cadran::report::PercentAxis;

BOOST_AUTO_TEST_SUITE(percent_axis)

BOOST_AUTO_TEST_CASE(starts_at_zero_when_a_figure_is_near_it) {
    const auto axis = PercentAxis::around({3.0, 87.5});
    BOOST_TEST(axis.bottom == 0);
    BOOST_TEST(axis.top == 100);
    BOOST_TEST(!axis.is_cut());
}

BOOST_AUTO_TEST_CASE(is_cut_when_all_figures_are_high) {
    const auto axis = PercentAxis::around({95.0, 100.0});
    BOOST_TEST(axis.is_cut());
    BOOST_TEST(axis.bottom == 90);
    BOOST_TEST(axis.top == 100);
    BOOST_TEST(axis.share(95.0) == 0.5);
}

BOOST_AUTO_TEST_CASE(has_room_for_a_single_figure) {
    BOOST_TEST(PercentAxis::around({100.0}).bottom == 95);
    BOOST_TEST(PercentAxis::around({0.0}).top == 5);
    BOOST_TEST(PercentAxis::around({}).top == 100);
}

BOOST_AUTO_TEST_CASE(holds_every_figure_between_six_to_eight_lines) {
    BOOST_TEST(rc::check("figures to the tenth of a per cent", [] {
        const auto tenths =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 3000)));
        std::vector<double> figures;
        for (const int tenth : tenths) figures.push_back(tenth / 10.0);
        const auto axis = PercentAxis::around(figures);
        for (const double figure : figures) RC_ASSERT(axis.share(figure) >= 0 && axis.share(figure) <= 1);
        RC_ASSERT(axis.bottom >= 0);
        RC_ASSERT(axis.bottom % axis.step == 0 && axis.top % axis.step == 0);
        const int intervals = (axis.top - axis.bottom) / axis.step;
        RC_ASSERT(intervals >= 5 && intervals <= 7);
        if (*std::ranges::max_element(tenths) <= 1000) RC_ASSERT(axis.top <= 100);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
