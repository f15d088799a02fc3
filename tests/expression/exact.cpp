// SPDX-License-Identifier: Apache-2.0
#include "expression/exact.h"

#include <limits>
#include <stdexcept>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran::expression;

namespace {

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

Exact any_fraction() {
    const Wide numerator = *rc::gen::arbitrary<std::int64_t>();
    return {numerator, *rc::gen::positive<std::int64_t>()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exact)

BOOST_AUTO_TEST_CASE(fractions_are_kept_in_lowest_terms) {
    BOOST_TEST((Exact(2, 4) == Exact(1, 2)));
    BOOST_TEST((Exact(-6, 3) == Exact(-2)));
    BOOST_TEST((Exact(0, 7) == Exact(0)));
    BOOST_CHECK_THROW(Exact(1, 0), std::domain_error);
}

BOOST_AUTO_TEST_CASE(rounds_half_away_from_zero) {
    BOOST_TEST(Exact(5, 2).rounded() == 3);
    BOOST_TEST(Exact(-5, 2).rounded() == -3);
    BOOST_TEST(Exact(249, 100).rounded() == 2);
    BOOST_TEST(Exact(-249, 100).rounded() == -2);
}

BOOST_AUTO_TEST_CASE(a_third_three_times_is_one) {
    const Exact third(1, 3);
    BOOST_TEST((third + third + third == Exact(1)));
    BOOST_TEST((third * Exact(3) == Exact(1)));
    BOOST_TEST((Exact(1) - third == Exact(2, 3)));
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_an_error_and_never_another_number) {
    const Exact square = Exact(greatest) * Exact(greatest);
    BOOST_TEST((square > Exact(greatest)));
    BOOST_CHECK_THROW(square * square, std::overflow_error);
    BOOST_CHECK_THROW(square.rounded(), std::overflow_error);
    BOOST_CHECK_THROW((Exact(greatest) + Exact(1)).rounded(), std::overflow_error);
}

BOOST_AUTO_TEST_CASE(order_is_that_of_the_numbers) {
    BOOST_TEST((Exact(1, 3) < Exact(34, 100)));
    BOOST_TEST((Exact(-1, 3) > Exact(-34, 100)));
    BOOST_TEST((Exact(-1, 2) < Exact(1, 3)));
    BOOST_TEST((Exact(greatest, greatest - 1) < Exact(greatest - 1, greatest - 2)));
    BOOST_TEST(rc::check("the order agrees with the sign of the difference", [] {
        const Exact a(*rc::gen::inRange(-1000, 1000), *rc::gen::inRange(1, 1000));
        const Exact b(*rc::gen::inRange(-1000, 1000), *rc::gen::inRange(1, 1000));
        RC_ASSERT(((a <=> b) < 0) == ((a - b).numerator() < 0));
        RC_ASSERT((a == b) == ((a - b).numerator() == 0));
    }));
    BOOST_TEST(rc::check("the contrary way round is the contrary", [] {
        const Exact a = any_fraction();
        const Exact b = any_fraction();
        RC_ASSERT(((a <=> b) < 0) == ((b <=> a) > 0));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
