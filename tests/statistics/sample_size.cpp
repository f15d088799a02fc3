// SPDX-License-Identifier: Apache-2.0
#include "statistics/sample_size.h"

#include <stdexcept>

#include <boost/test/unit_test.hpp>

using namespace cadran::statistics;

BOOST_AUTO_TEST_SUITE(sample_size)

// Touw and Hoogduin, Statistiek voor audit en controlling, as the tests of jfa give them.
BOOST_AUTO_TEST_CASE(gives_the_published_discovery_samples) {
    const int published[] = {59, 93, 124, 153};
    for (int errors = 0; errors < 4; ++errors)
        BOOST_TEST(binomial_size(errors, 0.05, 0.95) == published[errors]);
}

// The confidence factors 3.00, 4.75, 6.30, 7.76 of the AICPA's guide, table C-2, by a share of 5 %.
BOOST_AUTO_TEST_CASE(gives_those_of_the_auditing_tables) {
    const int published[] = {60, 95, 126, 156};
    for (int errors = 0; errors < 4; ++errors)
        BOOST_TEST(poisson_size(errors, 0.05, 0.95) == published[errors]);
}

// As the tests of jfa give them.
BOOST_AUTO_TEST_CASE(needs_fewer_out_of_few) {
    BOOST_TEST(hypergeometric_size(0, 1200, 60, 0.90).value() == 45);
    BOOST_TEST(hypergeometric_size(2, 1200, 60, 0.90).value() == 102);
}

BOOST_AUTO_TEST_CASE(looks_at_everything_rather_than_at_more) {
    BOOST_TEST(hypergeometric_size(0, 10, 1, 0.95).value() == 10);
    BOOST_TEST(!hypergeometric_size(1, 10, 1, 0.95).has_value());
}

// Krejcie and Morgan, 1970, table 1.
BOOST_AUTO_TEST_CASE(gives_the_published_survey_samples) {
    BOOST_TEST(survey_size(240, 0.05) == 148);
    BOOST_TEST(survey_size(1200, 0.05) == 291);
    BOOST_TEST(survey_size(2800, 0.05) == 338);
    BOOST_TEST(survey_size(9000, 0.05) == 368);
    BOOST_TEST(survey_size(1, 0.05) == 1);
}

BOOST_AUTO_TEST_CASE(takes_no_shares_that_cannot_be) {
    BOOST_CHECK_THROW(binomial_size(-1, 0.05, 0.95), std::invalid_argument);
    BOOST_CHECK_THROW(binomial_size(0, 0, 0.95), std::invalid_argument);
    BOOST_CHECK_THROW(poisson_size(0, 0.05, 1), std::invalid_argument);
    BOOST_CHECK_THROW(hypergeometric_size(0, 10, 11, 0.95), std::invalid_argument);
    BOOST_CHECK_THROW(survey_size(0, 0.05), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
