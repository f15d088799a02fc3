// SPDX-License-Identifier: Apache-2.0
#include "script/parameter.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::script;
using column::Scalar;
using column::Type;

namespace {

model::Parameter parameter(Type type, Scalar value, Scalar minimum = {}, Scalar maximum = {}) {
    return {.name = "p",
            .type = type,
            .default_value = std::move(value),
            .minimum = std::move(minimum),
            .maximum = std::move(maximum),
            .help = {}};
}

std::string fault(const model::Parameter& parameter, std::string_view text) {
    const auto value = parse_parameter(parameter, text);
    return value ? "" : value.error().diagnostics.front().what.id;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parameter_values)

BOOST_AUTO_TEST_CASE(reads_each_type) {
    using namespace std::chrono;
    BOOST_TEST(
        (parse_parameter(parameter(Type::money, Money{}), "800 EUR").value() == Scalar(Money{80000, {}})));
    BOOST_TEST((parse_parameter(parameter(Type::integer, {}), "-30").value() == Scalar(std::int64_t{-30})));
    BOOST_TEST((parse_parameter(parameter(Type::boolean, {}), "true").value() == Scalar(true)));
    BOOST_TEST((parse_parameter(parameter(Type::date, {}), "2026-07-31").value() ==
                Scalar(Date(2026y / July / 31))));
    BOOST_TEST((parse_parameter(parameter(Type::text, {}), "H01").value() == Scalar(std::string("H01"))));
}

BOOST_AUTO_TEST_CASE(refuses_other_forms) {
    for (const char* text : {"", "800", "800EUR", "800,00 EUR", "800.001 EUR", "800 eur", "800 EURO", "x EUR",
                             " 800 EUR", "99999999999999999999 EUR", "9223372036854775807 EUR"}) {
        BOOST_TEST(fault(parameter(Type::money, Money{}), text) == "script.not_a_value", text);
    }
    for (const char* text : {"", "1.0", "x", "1 ", "99999999999999999999"}) {
        BOOST_TEST(fault(parameter(Type::integer, {}), text) == "script.not_a_value", text);
    }
    for (const char* text : {"", "31/07/2026", "2026-02-30"}) {
        BOOST_TEST(fault(parameter(Type::date, {}), text) == "script.not_a_value", text);
    }
    BOOST_TEST(fault(parameter(Type::boolean, {}), "yes") == "script.not_a_value");
    BOOST_TEST(fault(parameter(Type::text, {}), "\xff") == "script.not_a_value");
}

BOOST_AUTO_TEST_CASE(keeps_to_the_range_which_includes_its_ends) {
    const auto money = parameter(Type::money, Money{}, Money{0, {}}, Money{100000, {}});
    BOOST_TEST(fault(money, "0 EUR") == "");
    BOOST_TEST(fault(money, "1000.00 EUR") == "");
    BOOST_TEST(fault(money, "-0.01 EUR") == "script.below_minimum");
    BOOST_TEST(fault(money, "1000.01 EUR") == "script.above_maximum");
    using namespace std::chrono;
    const auto date = parameter(Type::date, {}, Date(2026y / July / 1));
    BOOST_TEST(fault(date, "2026-06-30") == "script.below_minimum");
    BOOST_TEST(fault(parameter(Type::integer, {}, {}, std::int64_t{3}), "4") == "script.above_maximum");
}

BOOST_AUTO_TEST_CASE(keeps_to_the_currency) {
    BOOST_TEST(fault(parameter(Type::money, Money{}), "1 USD") == "script.other_currency");
}

BOOST_AUTO_TEST_CASE(reads_what_plain_text_writes) {
    BOOST_TEST(rc::check("money survives its text", [](std::int64_t cents) {
        RC_ASSERT(parse_money(plain_text(Money{cents, {}})) == (Money{cents, {}}));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
