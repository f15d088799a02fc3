// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.h"

#include <limits>
#include <ostream>

#include <fmt/format.h>
#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

using namespace cadran;

namespace {

// Exact products of two int64; an extension of g++.
__extension__ using Wide = __int128;

constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

Wide magnitude(Wide value) {
    return value < 0 ? -value : value;
}

Wide power_of_ten(int exponent) {
    return exponent == 0 ? Wide{1} : 10 * power_of_ten(exponent - 1);
}

std::string ratio_text(std::int64_t numerator, std::int64_t denominator, int scale) {
    return plain_text(Decimal::ratio(numerator, denominator, scale));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(reads_and_writes_the_same_digits) {
    for (const std::string text : {"0", "-1", "12.50", "-0.05", "100", "0.123456789", "9223372036854775807",
                                   "-9223372036854775808", "-9223372036.854775808"}) {
        const auto number = Decimal::parse(text);
        BOOST_REQUIRE(number.has_value());
        BOOST_TEST(plain_text(*number) == text);
    }
}

BOOST_AUTO_TEST_CASE(keeps_the_scale_it_was_written_with) {
    const auto number = Decimal::parse("12.50");
    BOOST_REQUIRE(number.has_value());
    BOOST_TEST(number->units == 1250);
    BOOST_TEST(number->scale == 2);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_a_decimal) {
    for (const std::string_view faulty :
         {"", "-", ".", "1.", ".5", "-.5", "+1", "1,5", "1e3", " 1", "1 ", "1.-5", "--1", "1.2.3", "0x1",
          "1.1234567890", "9223372036854775808", "92233720368.547758080"}) {
        BOOST_TEST(!Decimal::parse(faulty), faulty);
    }
}

BOOST_AUTO_TEST_CASE(rounds_a_half_away_from_zero) {
    BOOST_TEST(ratio_text(1, 2, 0) == "1");
    BOOST_TEST(ratio_text(-1, 2, 0) == "-1");
    BOOST_TEST(ratio_text(5, 2, 0) == "3");
    BOOST_TEST(ratio_text(-5, 2, 0) == "-3");
    BOOST_TEST(ratio_text(1, 8, 2) == "0.13");
    BOOST_TEST(ratio_text(-1, 8, 2) == "-0.13");
}

BOOST_AUTO_TEST_CASE(rounds_thirds_and_sevenths_to_the_nearest) {
    BOOST_TEST(ratio_text(1, 3, 0) == "0");
    BOOST_TEST(ratio_text(2, 3, 0) == "1");
    BOOST_TEST(ratio_text(-2, 3, 1) == "-0.7");
    BOOST_TEST(ratio_text(3, 7, 0) == "0");
    BOOST_TEST(ratio_text(4, 7, 0) == "1");
    BOOST_TEST(ratio_text(5700, 60, 1) == "95.0");
}

BOOST_AUTO_TEST_CASE(is_never_further_than_half_a_unit_from_the_ratio) {
    BOOST_TEST(rc::check("|value - ratio| <= 1/2 unit, and a tie lies on the far side of zero", [] {
        const auto numerator = *rc::gen::inRange(smallest / 1'000'000'000, largest / 1'000'000'000);
        const auto denominator = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 1000),
                                                 rc::gen::inRange<std::int64_t>(1, largest));
        const int scale = *rc::gen::inRange(0, 10);
        const Decimal value = Decimal::ratio(numerator, denominator, scale);
        const Wide exact = numerator * power_of_ten(scale);
        const Wide rounded = Wide{value.units} * denominator;
        const Wide distance = 2 * magnitude(rounded - exact);
        RC_ASSERT(value.scale == scale);
        RC_ASSERT(distance <= denominator);
        RC_ASSERT(distance < denominator || magnitude(rounded) > magnitude(exact));
    }));
}

BOOST_AUTO_TEST_CASE(compares_numbers_and_not_their_scales) {
    BOOST_CHECK((Decimal{10, 1} == Decimal{1, 0}));
    BOOST_CHECK((Decimal{0, 9} == Decimal{0, 0}));
    BOOST_CHECK((Decimal{999, 1} < Decimal{100, 0}));
    BOOST_CHECK((Decimal{-1, 9} < Decimal{0, 0}));
    BOOST_CHECK((Decimal{largest, 9} < Decimal{largest, 0}));
    BOOST_CHECK((Decimal{smallest, 0} < Decimal{smallest, 9}));
}

BOOST_AUTO_TEST_CASE(orders_numbers_as_their_exact_difference_does) {
    BOOST_TEST(rc::check("the order is the sign of left - right", [](std::int64_t left, std::int64_t right) {
        const int left_scale = *rc::gen::inRange(0, 10);
        const int right_scale = *rc::gen::inRange(0, 10);
        const Wide a = left * power_of_ten(right_scale);
        const Wide b = right * power_of_ten(left_scale);
        RC_ASSERT((Decimal{left, left_scale} < Decimal{right, right_scale}) == (a < b));
        RC_ASSERT((Decimal{left, left_scale} == Decimal{right, right_scale}) == (a == b));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
