// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <boost/test/unit_test.hpp>

#include "report/sample_dossier.h"

using namespace cadran;
using namespace cadran::report;

namespace {

const Catalogue& french() {
    static const Catalogue catalogue(Language::french);
    return catalogue;
}

const Catalogue& english() {
    static const Catalogue catalogue(Language::english);
    return catalogue;
}

calendar::Period period(std::string_view text) {
    return calendar::Period::parse(text).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(names_periods) {
    BOOST_TEST(period_words(period("2026-08"), french()) == "août 2026");
    BOOST_TEST(period_words(period("2026-12"), english()) == "December 2026");
    BOOST_TEST(period_words(period("2026-Q1"), french()) == "1er trimestre 2026");
    BOOST_TEST(period_words(period("2026-Q4"), english()) == "fourth quarter of 2026");
    BOOST_TEST(period_words(period("2026"), french()) == "2026");
}

BOOST_AUTO_TEST_CASE(shortens_periods_for_axes) {
    BOOST_TEST(short_period_words(period("2026-07"), french()) == "juil.");
    BOOST_TEST(short_period_words(period("2026-Q3"), french()) == "T3");
    BOOST_TEST(short_period_words(period("2026-Q3"), english()) == "Q3");
    BOOST_TEST(short_period_words(period("2026"), english()) == "2026");
}

BOOST_AUTO_TEST_CASE(tells_moments_in_civil_time) {
    const Instant late = parse_instant("2026-09-30T22:30:00Z").value();
    BOOST_TEST(moment_words(late, french(), paris()) == "01/10/2026 à 00:30");
    BOOST_TEST(moment_words(late, english(), paris()) == "1 Oct 2026 at 00:30");
}

BOOST_AUTO_TEST_CASE(says_on_which_side_of_the_target_is_good) {
    auto late = point("2026-07", 3, 100);
    BOOST_TEST(target_words(late, french()) == "au moins 100\u202f%");
    late.direction = model::Direction::lower;
    late.target = model::Target{{}, {25, 1}, {}, {}, {}};
    BOOST_TEST(target_words(late, english()) == "at most 2.5%");
}

BOOST_AUTO_TEST_CASE(tells_a_result_with_both_its_figures) {
    BOOST_TEST(result_words(point("2026-07", 57, 60), french()) ==
               "57 sur 60, soit 95,0\u202f%\u00a0; objectif non atteint (au moins 100\u202f%)");
    BOOST_TEST(result_words(point("2026-07", 60, 60), english()) ==
               "60 out of 60, that is 100.0%; target met (at least 100%)");
}

BOOST_AUTO_TEST_CASE(gives_a_share_out_of_a_sample_its_interval) {
    model::Measurement sample = point("2026-07", 57, 60);
    BOOST_TEST(interval_words(sample, french()).empty());
    sample.sampled = true;
    BOOST_TEST(interval_words(sample, french()) ==
               "échantillon\u00a0: entre 86,3\u202f% et 98,3\u202f% (95\u00a0%, Wilson)");
    sample.denominator = sample.numerator = 19;
    BOOST_TEST(interval_words(sample, english()) == "a sample of 19 files: too small for an interval");
    sample.denominator = sample.numerator = 0;
    BOOST_TEST(interval_words(sample, english()).empty());
}

BOOST_AUTO_TEST_CASE(claims_no_attainment_without_a_target) {
    model::Measurement untargeted = point("2026-07", 57, 60);
    untargeted.target = {};
    BOOST_TEST(attainment_words(untargeted, french()) == "sans cible");
    BOOST_TEST(result_words(untargeted, english()) == "57 out of 60, that is 95.0%; no target set");
}

BOOST_AUTO_TEST_CASE(says_that_there_was_nothing_to_measure) {
    BOOST_TEST(attainment_words(point("2026-07", 0, 0), french()) == "rien à mesurer");
    BOOST_TEST(result_words(point("2026-07", 0, 0), english()) ==
               "nothing to measure, no record in the period");
}

BOOST_AUTO_TEST_SUITE_END()
