// SPDX-License-Identifier: Apache-2.0
#include "control/gaps.h"

#include <boost/test/unit_test.hpp>

#include "control/population_example.h"

using namespace cadran::control;

namespace {

Sequence gaps_in(const std::vector<Invoice>& invoices) {
    return gaps_of(Invoices(invoices).population, Invoices::number);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gaps)

BOOST_AUTO_TEST_CASE(are_named_as_the_sequence_would_write_them) {
    const Sequence found = gaps_in({{"F-0009"}, {"F-0013"}, {"F-0008"}});
    BOOST_REQUIRE(found.series.size() == 1u);
    const Series& series = found.series[0];
    BOOST_TEST(series.first == "F-0008");
    BOOST_TEST(series.last == "F-0013");
    BOOST_TEST(series.numbers == 3);
    BOOST_TEST(series.missing == 3);
    BOOST_REQUIRE(series.gaps.size() == 1u);
    BOOST_TEST(series.gaps[0].first == "F-0010");
    BOOST_TEST(series.gaps[0].last == "F-0012");
}

BOOST_AUTO_TEST_CASE(have_as_many_digits_as_the_number_before) {
    const Sequence found = gaps_in({{"F008"}, {"F12"}, {"G9"}, {"G11"}});
    BOOST_TEST(found.series[0].gaps[0].first == "F009");
    BOOST_TEST(found.series[0].gaps[0].last == "F011");
    BOOST_TEST(found.series[1].gaps[0].first == "G10");
}

BOOST_AUTO_TEST_CASE(are_looked_for_behind_each_prefix) {
    const Sequence found = gaps_in({{"26A1"}, {"26B7"}, {"26A3"}, {"26B8"}});
    BOOST_REQUIRE(found.series.size() == 2u);
    BOOST_TEST(found.series[0].prefix == "26A");
    BOOST_TEST(found.series[0].missing == 1);
    BOOST_TEST(found.series[1].gaps.empty());
}

BOOST_AUTO_TEST_CASE(are_not_hidden_by_a_number_used_twice) {
    const Sequence found = gaps_in({{"1"}, {"1"}, {"3"}});
    BOOST_TEST(found.series[0].repeated == 1);
    BOOST_TEST(found.series[0].numbers == 2);
    BOOST_TEST(found.series[0].gaps[0].first == "2");
}

BOOST_AUTO_TEST_CASE(are_not_looked_for_where_there_is_no_number) {
    const Sequence found = gaps_in({{"12B"}, {std::nullopt}, {"1234567890123456789"}});
    BOOST_TEST(found.without_number == 3);
    BOOST_TEST(found.series.empty());
}

BOOST_AUTO_TEST_SUITE_END()
