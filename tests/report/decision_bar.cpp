// SPDX-License-Identifier: Apache-2.0
#include "report/decision_bar.h"

#include <boost/test/unit_test.hpp>

#include "report/read_markup.h"

using namespace cadran;
using namespace cadran::report;

namespace {

std::vector<ReadElement> bar(std::int64_t released, std::int64_t refused, std::int64_t corrected,
                             std::int64_t open) {
    const Catalogue french(Language::french);
    model::ControlSummary summary;
    summary.released = released;
    summary.refused = refused;
    summary.corrected = corrected;
    summary.open = open;
    return read_markup(decision_bar(summary, french));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decision_bar_)

BOOST_AUTO_TEST_CASE(parts_are_as_wide_as_their_counts) {
    const auto parts = named(bar(60, 30, 20, 10), "rect");
    BOOST_REQUIRE(parts.size() == 4u);
    const double unit = (parts[3].number("width") + 2) / 10;  // between parts a gap is left free
    BOOST_TEST(parts[0].number("width") + 2 == 60 * unit, boost::test_tools::tolerance(0.01));
    BOOST_TEST(parts[1].number("width") + 2 == 30 * unit, boost::test_tools::tolerance(0.01));
    BOOST_TEST(parts[1].number("x") == parts[0].number("x") + 60 * unit, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(leaves_out_what_did_not_happen) {
    const auto parts = named(bar(5, 0, 0, 1), "rect");
    BOOST_REQUIRE(parts.size() == 2u);
    BOOST_TEST(parts[0].has_class("released"));
    BOOST_TEST(parts[1].has_class("open"));
}

BOOST_AUTO_TEST_CASE(shows_even_one_among_thousands) {
    BOOST_TEST(named(bar(99'999, 1, 0, 0), "rect").back().number("width") >= 1);
}

BOOST_AUTO_TEST_CASE(says_every_count) {
    const auto read = bar(52, 6, 3, 0);
    BOOST_TEST(named(read, "title").front().text == "Ce que sont devenues les anomalies");
    BOOST_TEST(named(read, "desc").front().text ==
               "bon à payer\u00a0: 52, refusé\u00a0: 6, corrigé\u00a0: 3, en attente\u00a0: 0");
}

BOOST_AUTO_TEST_SUITE_END()
