// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <limits>

#include <boost/test/unit_test.hpp>

using namespace cadran;

BOOST_AUTO_TEST_SUITE(money)

BOOST_AUTO_TEST_CASE(is_written_in_the_form_of_files) {
    BOOST_TEST(plain_text(Money{100000, {}}) == "1000.00 EUR");
    BOOST_TEST(plain_text(Money{-5, {}}) == "-0.05 EUR");
    BOOST_TEST(plain_text(Money{1234, {"CHF"}}) == "12.34 CHF");
}

BOOST_AUTO_TEST_CASE(uses_the_whole_range_of_its_cents) {
    BOOST_TEST(plain_text(Money{std::numeric_limits<std::int64_t>::min(), {}}) ==
               "-92233720368547758.08 EUR");
    BOOST_TEST(plain_text(Money{std::numeric_limits<std::int64_t>::max(), {}}) == "92233720368547758.07 EUR");
}

BOOST_AUTO_TEST_CASE(of_another_currency_is_another_amount) {
    BOOST_CHECK((Money{100, {"EUR"}} == Money{100, {}}));
    BOOST_CHECK((Money{100, {"EUR"}} != Money{100, {"CHF"}}));
    BOOST_CHECK((Money{100, {}} != Money{101, {}}));
}

BOOST_AUTO_TEST_SUITE_END()
