// SPDX-License-Identifier: Apache-2.0
#include "model/retention.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::model;

BOOST_AUTO_TEST_SUITE(retention)

BOOST_AUTO_TEST_CASE(is_written_in_days_months_or_years) {
    const std::pair<std::string_view, Duration> lengths[] = {
        {"5 years", {60, TimeUnit::months}},     {"1 year", {12, TimeUnit::months}},
        {"2 ans", {24, TimeUnit::months}},       {"1 an", {12, TimeUnit::months}},
        {"18 months", {18, TimeUnit::months}},   {"90 days", {90, TimeUnit::days}},
        {"3 mois", {3, TimeUnit::months}},       {"100 years", {1200, TimeUnit::months}},
        {"36525 days", {36525, TimeUnit::days}},
    };
    for (const auto& [text, length] : lengths) BOOST_TEST((parse_retention_length(text) == length), text);
    for (const std::string_view text :
         {"", "5", "years", "0 days", "-1 years", "101 years", "1201 months", "36526 days", "10 ouvrés",
          "2 ouvrables", "5  years", "5.5 years", "9223372036854775807 years", "5 Years"})
        BOOST_TEST(!parse_retention_length(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(is_said_as_people_say_it) {
    BOOST_TEST((text_of(Retention{{60, TimeUnit::months}}) ==
                LocalText{"5 ans après le dernier événement du fichier",
                          "5 years after the last event of the file"}));
    BOOST_TEST((text_of(Retention{{12, TimeUnit::months}, RetentionStart::import_day}) ==
                LocalText{"1 an après l’import du fichier", "1 year after the import of the file"}));
    BOOST_TEST(
        (text_of(Retention{{18, TimeUnit::months}}).fr == "18 mois après le dernier événement du fichier"));
    BOOST_TEST((text_of(Retention{{1, TimeUnit::days}}).en == "1 day after the last event of the file"));
}

BOOST_AUTO_TEST_CASE(start_comes_back_by_its_name) {
    for (const RetentionStart start : {RetentionStart::event, RetentionStart::import_day})
        BOOST_CHECK(parse_retention_start(retention_start_name(start)) == start);
    BOOST_TEST(!parse_retention_start("payment").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
