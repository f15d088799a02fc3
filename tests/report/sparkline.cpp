// SPDX-License-Identifier: Apache-2.0
#include "report/sparkline.h"

#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"
#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

// Of 60 in each quarter of 2026; a negative number: not measured.
std::string drawn(const std::vector<std::int64_t>& numerators) {
    const char* quarters[] = {"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"};
    std::vector<model::PeriodFigure> periods;
    for (std::size_t i = 0; i < numerators.size(); ++i) {
        model::PeriodFigure figure{calendar::Period::parse(quarters[i]).value()};
        if (numerators[i] >= 0) figure.measurement = point(quarters[i], numerators[i], 60);
        periods.push_back(std::move(figure));
    }
    model::Indicator indicator;
    indicator.title = {"À temps", "In time"};
    return sparkline(indicator, periods, Catalogue(Language::french));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sparkline_)

BOOST_AUTO_TEST_CASE(has_a_point_a_figure_that_says_whether_the_target_was_met) {
    const auto read = read_markup(drawn({57, 59, 60, 58}));
    const auto points = named(read, "circle");
    BOOST_REQUIRE(points.size() == 4u);
    BOOST_TEST(points[0].has_class("missed"));
    BOOST_TEST(points[2].has_class("met"));
    BOOST_TEST(points[2].number("cy") < points[1].number("cy"));
    BOOST_TEST(points[1].number("cx") > points[0].number("cx"));
    BOOST_TEST(of_class(read, "line", "line").size() == 3u);
    BOOST_TEST(of_class(read, "line", "target").size() == 1u);
    BOOST_TEST(named(read, "desc").front().text ==
               "1er trimestre 2026 95,0\u202f%, 2e trimestre 2026 98,3\u202f%, 3e trimestre 2026 "
               "100,0\u202f%, 4e trimestre 2026 96,7\u202f%");
}

BOOST_AUTO_TEST_CASE(leaves_a_gap_where_nothing_was_measured) {
    const auto read = read_markup(drawn({57, -1, 60, 58}));
    BOOST_TEST(named(read, "circle").size() == 3u);
    BOOST_TEST(of_class(read, "line", "line").size() == 1u);
}

BOOST_AUTO_TEST_CASE(is_not_drawn_of_a_single_figure) {
    BOOST_TEST(drawn({-1, 57, -1, -1}) == "");
    BOOST_TEST(drawn({}) == "");
}

BOOST_AUTO_TEST_CASE(keeps_what_never_varies_in_the_middle) {
    for (const auto& point : named(read_markup(drawn({60, 60})), "circle"))
        BOOST_TEST(point.number("cy") == 16.0);
}

BOOST_AUTO_TEST_SUITE_END()
