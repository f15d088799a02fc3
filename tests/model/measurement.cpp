// SPDX-License-Identifier: Apache-2.0
#include "model/measurement.h"

#include <boost/test/unit_test.hpp>

#include "model/run.h"

using namespace cadran;
using namespace cadran::model;

namespace {

Measurement share(std::int64_t numerator, std::int64_t denominator, std::optional<Decimal> target) {
    Measurement measurement;
    measurement.numerator = numerator;
    measurement.denominator = denominator;
    if (target) measurement.target = Target{{}, *target};
    return measurement;
}

Measurement recorded(Unit unit, Decimal figure) {
    Measurement measurement;
    measurement.unit = unit;
    measurement.source = Source::by_hand;
    measurement.figure = figure;
    return measurement;
}

Measurement month(std::string_view text, std::int64_t numerator, std::int64_t denominator) {
    Measurement measurement = share(numerator, denominator, Decimal{100, 0});
    measurement.period = calendar::Period::parse(text).value();
    measurement.indicator = "decided-before-payment";
    measurement.measures = {{"claims/decided-before-payment", 1, sha256("version 1")}};
    return measurement;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(measurement)

BOOST_AUTO_TEST_CASE(is_a_percentage_with_one_digit) {
    BOOST_CHECK((share(57, 60, {}).value() == Decimal{950, 1}));
    BOOST_CHECK((share(2, 3, {}).value() == Decimal{667, 1}));
    BOOST_CHECK((share(1, 2000, {}).value() == Decimal{1, 1}));
    BOOST_CHECK((share(0, 7, {}).value() == Decimal{0, 0}));
    BOOST_CHECK(!share(0, 0, {}).value());
}

BOOST_AUTO_TEST_CASE(is_judged_on_the_exact_ratio_and_not_on_the_rounded_one) {
    const Decimal all{1000, 1};
    const Measurement nearly = share(9999, 10000, all);
    BOOST_CHECK(nearly.value() == all);
    BOOST_CHECK(nearly.attainment() == Attainment::missed);
    BOOST_CHECK(share(10000, 10000, all).attainment() == Attainment::met);
    BOOST_CHECK((share(19, 20, Decimal{95, 0}).attainment() == Attainment::met));
    BOOST_CHECK((share(949, 1000, Decimal{9500, 2}).attainment() == Attainment::missed));
}

BOOST_AUTO_TEST_CASE(is_met_on_the_good_side_of_its_target) {
    Measurement errors = share(3, 100, Decimal{5, 0});
    errors.direction = Direction::lower;
    BOOST_CHECK(errors.attainment() == Attainment::met);
    errors.numerator = 5;
    BOOST_CHECK(errors.attainment() == Attainment::met);
    errors.numerator = 6;
    BOOST_CHECK(errors.attainment() == Attainment::missed);
}

BOOST_AUTO_TEST_CASE(within_a_range_has_two_bounds) {
    Measurement wait = recorded(Unit::minutes, {25, 1});
    wait.direction = Direction::within;
    wait.target = Target{{}, {1, 0}, Decimal{4, 0}, Decimal{5, 1}, Decimal{6, 0}};
    BOOST_CHECK(wait.attainment() == Attainment::met);
    wait.figure = Decimal{5, 0};
    BOOST_CHECK(wait.attainment() == Attainment::missed);
    wait.figure = Decimal{61, 1};
    BOOST_CHECK(wait.attainment() == Attainment::alert);
    wait.figure = Decimal{4, 1};
    BOOST_CHECK(wait.attainment() == Attainment::alert);
}

BOOST_AUTO_TEST_CASE(beyond_its_warning_threshold_is_an_alert) {
    Measurement answered = share(94, 100, Decimal{95, 0});
    answered.target->warning = Decimal{90, 0};
    BOOST_CHECK(answered.attainment() == Attainment::missed);
    answered.numerator = 90;
    BOOST_CHECK(answered.attainment() == Attainment::missed);
    answered.numerator = 89;
    BOOST_CHECK(answered.attainment() == Attainment::alert);
    BOOST_CHECK(parse_attainment("alert") == Attainment::alert);
}

BOOST_AUTO_TEST_CASE(rolls_up_only_what_adds_up) {
    const auto quarter = calendar::Period::parse("2026-Q3").value();
    const std::vector<Measurement> claims{recorded(Unit::count, {120, 0}), recorded(Unit::count, {80, 0})};
    const Measurement sum = rolled_up(claims, quarter, Target{{}, {100, 0}}).value();
    BOOST_CHECK((sum.figure == Decimal{200, 0}));
    BOOST_TEST(!sum.target.has_value());  // of a month, which a quarter need not keep
    std::vector<Measurement> incidents = claims;
    for (Measurement& one : incidents) one.direction = Direction::lower;
    BOOST_CHECK(
        rolled_up(incidents, quarter, Target{{}, {0, 0}})->target.has_value());  // but none stays none
    BOOST_CHECK(!rolled_up(incidents, quarter, Target{{}, {2, 0}})->target.has_value());
    const std::vector<Measurement> waits{recorded(Unit::minutes, {2, 0}), recorded(Unit::minutes, {4, 0})};
    BOOST_CHECK(!rolled_up(waits, quarter, {}));
    const std::vector<Measurement> shares{recorded(Unit::percent, {90, 0}), recorded(Unit::percent, {80, 0})};
    BOOST_CHECK(!rolled_up(shares, quarter, {}));
    Measurement absent = share(0, 0, {});
    absent.source = Source::by_hand;
    BOOST_CHECK(!rolled_up({share(9, 10, {}), absent}, quarter, {}));
}

BOOST_AUTO_TEST_CASE(of_nothing_is_neither_met_nor_missed) {
    BOOST_CHECK((share(0, 0, Decimal{100, 0}).attainment() == Attainment::nothing_to_measure));
    BOOST_CHECK(share(1, 2, {}).attainment() == Attainment::met);
    BOOST_TEST(attainment_name(Attainment::met) == "met");
    BOOST_TEST(attainment_name(Attainment::missed) == "missed");
    BOOST_TEST(attainment_name(Attainment::nothing_to_measure) == "nothing to measure");
    BOOST_CHECK((attainment_title(Attainment::missed) == LocalText{"non atteint", "missed"}));
}

BOOST_AUTO_TEST_CASE(of_a_quarter_sums_its_months_and_never_averages_them) {
    std::vector<Measurement> parts{month("2026-07", 1, 1), month("2026-08", 0, 99),
                                   month("2026-09", 50, 100)};
    parts[0].imports = {1, 2};
    parts[1].imports = {2, 3};
    parts[0].exceptions = {{"payment", "P-9"}};
    parts[1].exceptions = {{"payment", "P-1"}};
    parts[1].excluded = 4;
    parts[2].measures.push_back({"claims/decided-before-payment", 2, sha256("version 2")});
    const auto quarter = calendar::Period::parse("2026-Q3").value();
    const Measurement whole = rolled_up(parts, quarter, Target{{}, {90, 0}}).value();
    BOOST_CHECK(whole.period == quarter);
    BOOST_CHECK((whole.target->value == Decimal{90, 0}));
    BOOST_TEST(whole.indicator == "decided-before-payment");
    BOOST_TEST(whole.numerator == 51);
    BOOST_TEST(whole.denominator == 200);
    BOOST_TEST(whole.excluded == 4);
    BOOST_TEST((whole.imports == std::vector<std::int64_t>{1, 2, 3}));
    BOOST_CHECK((whole.exceptions == std::vector<Subject>{{"payment", "P-1"}, {"payment", "P-9"}}));
    BOOST_REQUIRE(whole.measures.size() == 2u);
    BOOST_TEST(whole.measures[1].version == 2);
}

BOOST_AUTO_TEST_CASE(of_a_run_counts_each_outcome_apart) {
    ControlResult result;
    for (const Outcome outcome :
         {Outcome::pass, Outcome::fail, Outcome::fail, Outcome::error, Outcome::not_applicable}) {
        result.count(outcome);
    }
    BOOST_TEST(result.passed == 1);
    BOOST_TEST(result.failed == 2);
    BOOST_TEST(result.errors == 1);
    BOOST_TEST(result.not_applicable == 1);
    BOOST_TEST(result.not_checked == 0);
}

BOOST_AUTO_TEST_SUITE_END()
