// SPDX-License-Identifier: Apache-2.0
#include "statistics/first_digit.h"

#include <limits>
#include <stdexcept>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace cadran::statistics;

namespace {

// Values that grow by a share each time, over seven orders of magnitude.
std::vector<std::int64_t> grown(std::size_t count) {
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<std::int64_t>(
            1'000 * std::pow(10.0, 7 * static_cast<double>(i) / static_cast<double>(count))));
    return values;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(first_digits)

BOOST_AUTO_TEST_CASE(are_read_whatever_the_sign) {
    BOOST_TEST(first_digit(907).value() == 9);
    BOOST_TEST(first_digit(-14).value() == 1);
    BOOST_TEST(first_digit(std::numeric_limits<std::int64_t>::min()).value() == 9);
    BOOST_TEST(!first_digit(0).has_value());
}

// Benford, 1938: the shares in thousandths.
BOOST_AUTO_TEST_CASE(are_expected_as_published) {
    const int published[] = {301, 176, 125, 97, 79, 67, 58, 51, 46};
    for (int digit = 1; digit <= 9; ++digit)
        BOOST_TEST(std::lround(benford_share(digit) * 1'000) == published[digit - 1]);
}

// The first digits of 2^0 to 2^999, a textbook example.
BOOST_AUTO_TEST_CASE(of_the_powers_of_two_conform) {
    const FirstDigitTest test = first_digit_test({301, 176, 125, 97, 79, 69, 56, 52, 45});
    BOOST_TEST(test.records == 1'000);
    BOOST_TEST(test.chi_square < 1);
    BOOST_TEST(test.p_value > 0.99);
    BOOST_TEST((test.conformity == Conformity::close));
}

// 900 Σ (1/9 − p)² / p and Σ |1/9 − p| / 9, worked out apart.
BOOST_AUTO_TEST_CASE(that_are_all_as_frequent_do_not) {
    const FirstDigitTest test = first_digit_test({100, 100, 100, 100, 100, 100, 100, 100, 100});
    BOOST_CHECK_CLOSE(test.chi_square, 361.52846, 0.0001);
    BOOST_TEST(test.p_value < 1e-10);
    BOOST_CHECK_CLOSE(test.mean_deviation, 0.05971704, 0.0001);
    BOOST_TEST((test.conformity == Conformity::none));
}

BOOST_AUTO_TEST_CASE(are_not_asked_where_the_law_does_not_apply) {
    auto values = grown(1'000);
    BOOST_TEST(!not_benford(values).has_value());
    auto few = grown(299);
    BOOST_TEST((not_benford(few) == NotBenford::too_few));
    std::vector<std::int64_t> narrow;
    for (int i = 0; i < 1'000; ++i) narrow.push_back(2'000 + i);
    narrow.push_back(9'000'000);
    BOOST_TEST((not_benford(narrow) == NotBenford::narrow_range));
    auto tariff = grown(1'000);
    tariff.insert(tariff.end(), 200, 2'650);
    BOOST_TEST((not_benford(tariff) == NotBenford::constants));
    auto zeros = grown(299);
    zeros.insert(zeros.end(), 100, 0);
    BOOST_TEST((not_benford(zeros) == NotBenford::too_few));
}

BOOST_AUTO_TEST_CASE(take_nothing_that_cannot_be) {
    BOOST_CHECK_THROW(first_digit_test({}), std::invalid_argument);
    BOOST_CHECK_THROW(benford_share(0), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
