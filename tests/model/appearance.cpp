// SPDX-License-Identifier: Apache-2.0
#include "model/appearance.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::model;

namespace {

double of_white(const char* tint) {
    return contrast(*parse_tint(tint), white_tint);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(appearance)

BOOST_AUTO_TEST_CASE(reads_a_colour_as_it_is_written) {
    BOOST_CHECK((parse_tint("#0F6674") == Tint{15, 102, 116}));
    BOOST_TEST(tint_text({15, 102, 116}) == "#0f6674");
    for (const char* bad : {"", "#", "0f6674", "#0f667", "#0f66744", "#0f667g", "#-f6674", "# f6674"})
        BOOST_TEST(!parse_tint(bad).has_value(), bad);
}

// WCAG 2.1: 21 is the greatest contrast; #767676 is the palest grey that passes on white at 4.5.
BOOST_AUTO_TEST_CASE(knows_what_is_hard_to_read) {
    BOOST_TEST(contrast(black_tint, white_tint) == 21, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(contrast(white_tint, black_tint) == 21, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(of_white("#ffffff") == 1, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(of_white("#767676") >= least_contrast);
    BOOST_TEST(of_white("#777777") < least_contrast);
    BOOST_TEST(of_white("#ff0000") == 3.998, boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(leaves_a_legible_colour_as_it_is) {
    BOOST_CHECK((legible({15, 102, 116}, white_tint) == Tint{15, 102, 116}));
}

BOOST_AUTO_TEST_CASE(makes_any_colour_legible_on_any_ground) {
    const bool held = rc::check([] {
        const auto part = [] { return *rc::gen::inRange(0, 256); };
        const Tint letters{part(), part(), part()}, ground{part(), part(), part()};
        RC_ASSERT(contrast(legible(letters, ground), ground) >= least_contrast);
    });
    BOOST_TEST(held);
}

BOOST_AUTO_TEST_SUITE_END()
