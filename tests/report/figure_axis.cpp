// SPDX-License-Identifier: Apache-2.0
#include "report/figure_axis.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using cadran::report::FigureAxis;

BOOST_AUTO_TEST_SUITE(figure_axis)

BOOST_AUTO_TEST_CASE(starts_at_zero_when_a_figure_is_near_it) {
    const auto axis = FigureAxis::around({3.0, 87.5});
    BOOST_TEST(axis.bottom == 0);
    BOOST_CHECK((axis.figure_at(axis.top) == cadran::Decimal{100, 0}));
    BOOST_TEST(!axis.is_cut());
}

BOOST_AUTO_TEST_CASE(is_cut_when_all_figures_are_high) {
    const auto axis = FigureAxis::around({95.0, 100.0});
    BOOST_TEST(axis.is_cut());
    BOOST_CHECK((axis.figure_at(axis.bottom) == cadran::Decimal{90, 0}));
    BOOST_CHECK((axis.figure_at(axis.top) == cadran::Decimal{100, 0}));
    BOOST_TEST(axis.share(95.0) == 0.5);
}

BOOST_AUTO_TEST_CASE(has_fine_steps_for_small_figures_and_coarse_ones_for_great_figures) {
    BOOST_CHECK((FigureAxis::around({0.2, 0.9}).step == cadran::Decimal{2, 1}));
    BOOST_CHECK((FigureAxis::around({12000.0, 21620.0}).step == cadran::Decimal{2000, 0}));
}

BOOST_AUTO_TEST_CASE(goes_below_zero_where_a_figure_does) {
    const auto axis = FigureAxis::around({-20.0, 35.0});
    BOOST_TEST(!axis.is_cut());
    BOOST_CHECK((axis.figure_at(axis.bottom) == cadran::Decimal{-20, 0}));
}

BOOST_AUTO_TEST_CASE(has_room_for_a_single_figure) {
    BOOST_CHECK((FigureAxis::around({100.0}).figure_at(FigureAxis::around({100.0}).bottom) ==
                 cadran::Decimal{95, 0}));
    BOOST_TEST(FigureAxis::around({0.0}).top > 0);
    const auto empty = FigureAxis::around({});
    BOOST_CHECK((empty.figure_at(empty.top) == cadran::Decimal{100, 0}));
}

BOOST_AUTO_TEST_CASE(holds_every_figure_between_six_to_eight_lines) {
    BOOST_TEST(rc::check("figures of any size", [] {
        const auto tenths =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-3000, 300000)));
        std::vector<double> figures;
        for (const int tenth : tenths) figures.push_back(tenth / 10.0);
        const auto axis = FigureAxis::around(figures);
        for (const double figure : figures) RC_ASSERT(axis.share(figure) >= 0 && axis.share(figure) <= 1);
        const auto intervals = axis.top - axis.bottom;
        RC_ASSERT(intervals >= 5 && intervals <= 7);
        if (*std::ranges::min_element(tenths) >= 0) RC_ASSERT(axis.bottom >= 0);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
