// SPDX-License-Identifier: Apache-2.0
#include "statistics/outlier.h"

#include <vector>

#include <boost/test/unit_test.hpp>

using namespace cadran::statistics;

BOOST_AUTO_TEST_SUITE(outlier)

// Ten values of which two lie apart, in tenths: median 24.5, deviations 0.5 to 58.5, their median 1.5.
BOOST_AUTO_TEST_CASE(is_found_though_it_drags_the_mean) {
    std::vector<std::int64_t> values{21, 26, 24, 25, 23, 21, 23, 26, 82, 83};
    const Middle middle = middle_of(values).value();
    BOOST_TEST(middle.median == 24.5);
    BOOST_TEST(middle.deviation == 1.5);
    BOOST_CHECK_CLOSE(modified_z_score(middle, 82).value(), 0.6745 * 57.5 / 1.5, 1e-9);
    BOOST_TEST(modified_z_score(middle, 82).value() > far_from_others);
    BOOST_TEST(std::abs(modified_z_score(middle, 21).value()) < far_from_others);
    BOOST_TEST(modified_z_score(middle, 21).value() < 0);
}

BOOST_AUTO_TEST_CASE(is_not_known_where_most_values_are_the_same) {
    std::vector<std::int64_t> values{5, 5, 5, 900};
    const Middle middle = middle_of(values).value();
    BOOST_TEST(middle.deviation == 0);
    BOOST_TEST(!modified_z_score(middle, 900).has_value());
}

BOOST_AUTO_TEST_CASE(needs_values) {
    BOOST_TEST(!middle_of({}).has_value());
    std::vector<std::int64_t> one{7};
    BOOST_TEST(middle_of(one)->median == 7);
}

BOOST_AUTO_TEST_SUITE_END()
