// SPDX-License-Identifier: Apache-2.0
#include "column/scalar.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::column;
using namespace std::chrono;

BOOST_AUTO_TEST_SUITE(scalar)

BOOST_AUTO_TEST_CASE(is_written_in_the_form_of_files) {
    BOOST_TEST(plain_text(Scalar{}) == "");
    BOOST_TEST(plain_text(Scalar{true}) == "true");
    BOOST_TEST(plain_text(Scalar{false}) == "false");
    BOOST_TEST(plain_text(Scalar{std::int64_t{-3}}) == "-3");
    BOOST_TEST(plain_text(Scalar{Money{100000, {}}}) == "1000.00 EUR");
    BOOST_TEST(plain_text(Scalar{Date{2026y / July / 31}}) == "2026-07-31");
    BOOST_TEST(plain_text(Scalar{Instant{sys_days{2026y / July / 31}}}) == "2026-07-31T00:00:00Z");
    BOOST_TEST(plain_text(Scalar{std::string("hospital-stay")}) == "hospital-stay");
}

BOOST_AUTO_TEST_CASE(never_shows_a_secret) {
    BOOST_TEST(plain_text(Scalar{Secret{42}}) == "(secret)");
    BOOST_CHECK((argument(Scalar{Secret{42}}) == Argument{std::string("(secret)")}));
}

BOOST_AUTO_TEST_CASE(keeps_its_type_in_a_message) {
    BOOST_CHECK((argument(Scalar{std::int64_t{3}}) == Argument{std::int64_t{3}}));
    BOOST_CHECK((argument(Scalar{Money{100000, {}}}) == Argument{Money{100000, {}}}));
    BOOST_CHECK((argument(Scalar{Date{2026y / July / 31}}) == Argument{Date{2026y / July / 31}}));
    BOOST_CHECK((argument(Scalar{std::string("x")}) == Argument{std::string("x")}));
    BOOST_CHECK((argument(Scalar{true}) == Argument{std::string("true")}));
    BOOST_CHECK((argument(Scalar{}) == Argument{std::string()}));
}

BOOST_AUTO_TEST_CASE(is_equal_to_the_same_value_of_its_type_only) {
    BOOST_CHECK((Scalar{Secret{1}} == Scalar{Secret{1}}));
    BOOST_CHECK((Scalar{Secret{1}} != Scalar{Secret{2}}));
    BOOST_CHECK((Scalar{std::int64_t{1}} != Scalar{true}));
    BOOST_CHECK((Scalar{} != Scalar{std::string()}));
    BOOST_TEST(is_missing(Scalar{}));
    BOOST_TEST(!is_missing(Scalar{std::string()}));
}

BOOST_AUTO_TEST_CASE(names_every_type_as_plugins_do) {
    const std::vector<std::string> names{"boolean",  "integer", "decimal", "money",  "date", "time",
                                         "duration", "text",    "code",    "secret", "list"};
    for (std::size_t i = 0; i < names.size(); ++i) BOOST_TEST(type_name(static_cast<Type>(i)) == names[i]);
}

BOOST_AUTO_TEST_SUITE_END()
