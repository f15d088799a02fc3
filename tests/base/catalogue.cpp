// SPDX-License-Identifier: Apache-2.0
#include "base/catalogue.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(writes_numbers_and_money_as_the_language_does) {
    const Catalogue french(Language::french);
    const Catalogue english(Language::english);
    BOOST_TEST(french.number(20480) == "20\u202f480");
    BOOST_TEST(english.number(20480) == "20,480");
    BOOST_TEST(french.money({123456, {}}) == "1\u202f234,56\u00a0€");
    BOOST_TEST(english.money({-123456, {}}) == "-€1,234.56");
    BOOST_TEST(french.percent({974, 1}) == "97,4\u202f%");
    BOOST_TEST(english.decimal({-5, 1}) == "-0.5");
}

BOOST_AUTO_TEST_CASE(writes_dates_as_the_language_does) {
    using namespace std::chrono;
    BOOST_TEST(Catalogue(Language::french).date(2026y / July / 31) == "31/07/2026");
    BOOST_TEST(Catalogue(Language::english).date(2026y / July / 31) == "31 Jul 2026");
}

BOOST_AUTO_TEST_CASE(fills_the_arguments_of_a_message) {
    const Message message{"base.no_such_file", {{"file", std::string("a.csv")}}};
    BOOST_TEST(Catalogue(Language::french).text(message) == "le fichier a.csv n’existe pas");
    BOOST_TEST(Catalogue(Language::english).text(message) == "there is no file a.csv");
}

BOOST_AUTO_TEST_CASE(refuses_a_message_that_no_catalogue_knows) {
    BOOST_CHECK_THROW(Catalogue(Language::french).text(Message{"base.unheard_of"}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(reads_the_languages_of_the_environment) {
    BOOST_CHECK(parse_language("fr_FR.UTF-8") == Language::french);
    BOOST_CHECK(parse_language("en") == Language::english);
    BOOST_CHECK(!parse_language("C"));
}

BOOST_AUTO_TEST_SUITE_END()
