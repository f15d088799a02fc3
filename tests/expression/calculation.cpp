// SPDX-License-Identifier: Apache-2.0
// Types, literals, calculations and functions, rule by rule.
#include <limits>

#include <boost/test/unit_test.hpp>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

bool holds(const std::string& condition, const Values& claim) {
    return truth(condition, claim) == Truth::yes;
}

const Values july{{"received_on", day("2026-04-30")}, {"paid_on", day("2026-05-19")}};

}  // namespace

BOOST_AUTO_TEST_SUITE(calculation)

BOOST_AUTO_TEST_CASE(decimals_are_exact) {
    const Values claim{{"rate", Decimal{30, 2}}};
    BOOST_TEST(holds("rate = 0.3", claim));
    BOOST_TEST(holds("rate = 0.300", claim));
    BOOST_TEST(holds("rate * 3 = 0.9", claim));
    BOOST_TEST(holds("0.1 + 0.2 = 0.3 and rate < share", claim));
}

BOOST_AUTO_TEST_CASE(an_integer_literal_becomes_a_decimal_and_nothing_else_does) {
    BOOST_TEST(holds("rate = 1", {{"rate", Decimal{100, 2}}}));
    BOOST_TEST(holds("rate between 0 and 1 and rate in (1, 2)", {{"rate", Decimal{1, 0}}}));
    BOOST_TEST(holds("rate + 1 = 2", {{"rate", Decimal{1, 0}}}));
    BOOST_TEST(!Query::compile(scope(), {}, Clause{"rate = limit"}));
}

BOOST_AUTO_TEST_CASE(money_adds_to_money_and_multiplies_by_numbers) {
    const Values claim{{"amount", euros(1000)}, {"refund", euros(250)}, {"visits", std::int64_t{3}}};
    BOOST_TEST(holds("amount + refund = 12.50 EUR", claim));
    BOOST_TEST(holds("amount - refund = 7.50 EUR", claim));
    BOOST_TEST(holds("amount * visits = 30 EUR and 0.5 * amount = 5 EUR", claim));
    BOOST_TEST(holds("(amount + refund) * 2 = 25 EUR and amount + refund * 2 = 15 EUR", claim));
}

BOOST_AUTO_TEST_CASE(products_round_half_away_from_zero_once_at_the_end) {
    BOOST_TEST(holds("amount * 0.5 = 0.01 EUR", {{"amount", euros(1)}}));
    BOOST_TEST(holds("amount * 0.5 = 0 EUR - 0.01 EUR", {{"amount", euros(-1)}}));
    // Each half cent rounded by itself would make two cents.
    BOOST_TEST(holds("amount * 0.5 + amount * 0.5 = 0.01 EUR", {{"amount", euros(1)}}));
    BOOST_TEST(holds("amount * 0.5 * 2 = 0.01 EUR", {{"amount", euros(1)}}));
}

BOOST_AUTO_TEST_CASE(overflow_makes_the_record_an_error) {
    const Query query = Query::compile(scope(), {}, Clause{"amount * visits > 1 EUR"}).value();
    Evaluator evaluator(query, parameters(), paris());
    const auto claims =
        batch(claim_schema(),
              {{{"amount", euros(std::numeric_limits<std::int64_t>::max())}, {"visits", std::int64_t{2}}}});
    const Done there = evaluator.go_to(*claims, 0);
    BOOST_REQUIRE(!there);
    BOOST_TEST(there.error().diagnostics.front().what.id == "expression.overflow");
}

BOOST_AUTO_TEST_CASE(sums_are_worked_out_beyond_64_bits) {
    const Values claim{{"amount", euros(std::numeric_limits<std::int64_t>::max())}, {"refund", euros(5)}};
    BOOST_TEST(holds("amount + refund - refund = amount", claim));
}

BOOST_AUTO_TEST_CASE(a_missing_part_makes_the_whole_missing) {
    const Values claim{{"amount", euros(1)}};
    BOOST_TEST(truth("amount + refund > 0 EUR", claim) == Truth::unknown);
    BOOST_TEST(truth("amount + refund is missing", claim) == Truth::yes);
    BOOST_TEST(truth("length(handler) = 1", claim) == Truth::unknown);
}

BOOST_AUTO_TEST_CASE(a_date_and_a_duration_are_a_date) {
    BOOST_TEST(holds("received_on + 10 ouvrés = paid_on", july));
    BOOST_TEST(holds("received_on + 10 ouvres = paid_on and received_on + deadline = paid_on", july));
    BOOST_TEST(holds("received_on + 10 ouvrables = 2026-05-15", july));
    BOOST_TEST(holds("received_on + 19 jours = paid_on and paid_on - 19 days = received_on", july));
    BOOST_TEST(holds("2026-01-31 + 1 month = 2026-02-28", july));
    BOOST_TEST(holds("received_on + delay = paid_on", {{"received_on", day("2026-04-30")},
                                                       {"paid_on", day("2026-05-19")},
                                                       {"delay", Duration{10, TimeUnit::ouvres}}}));
}

BOOST_AUTO_TEST_CASE(durations_of_one_unit_compare) {
    const Values claim{{"delay", Duration{5, TimeUnit::ouvres}}};
    BOOST_TEST(holds("delay < 10 ouvrés and delay <= deadline and delay = 5 ouvres", claim));
}

BOOST_AUTO_TEST_CASE(days_count_from_the_first_date_to_the_second) {
    BOOST_TEST(holds("days(received_on, paid_on) = 19 and days(paid_on, received_on) = 0 - 19", july));
    BOOST_TEST(holds("ouvres(received_on, paid_on) = 10 and ouvrables(received_on, paid_on) = 13", july));
}

BOOST_AUTO_TEST_CASE(month_and_year_are_those_of_a_date) {
    BOOST_TEST(holds("month(paid_on) = 5 and year(paid_on) = 2026", july));
}

BOOST_AUTO_TEST_CASE(the_first_digit_is_the_first_that_is_not_zero) {
    BOOST_TEST(holds("first_digit(amount) = 7", {{"amount", euros(7)}}));
    BOOST_TEST(holds("first_digit(amount) = 9", {{"amount", euros(-987'65)}}));
    BOOST_TEST(holds("first_digit(rate) = 5", {{"rate", Decimal{5, 2}}}));
    BOOST_TEST(holds("first_digit(visits) = 1", {{"visits", std::int64_t{1234}}}));
    BOOST_TEST(truth("first_digit(visits) = 0", {{"visits", std::int64_t{0}}}) == Truth::unknown);
}

BOOST_AUTO_TEST_CASE(the_length_of_a_text_is_in_characters) {
    BOOST_TEST(holds("length(handler) = 5", {{"handler", std::string("Élise")}}));
}

// Wagner and Fischer, 1974: kitten and sitting.
BOOST_AUTO_TEST_CASE(the_distance_of_texts_counts_changed_characters) {
    const auto distance = [](const char* left, const char* right, int expected) {
        return holds("distance(handler, number) = " + std::to_string(expected),
                     {{"handler", std::string(left)}, {"number", std::string(right)}});
    };
    BOOST_TEST(distance("kitten", "sitting", 3));
    BOOST_TEST(distance("Élise", "Elise", 1));
    BOOST_TEST(distance("a", "a", 0));
    BOOST_TEST(distance("ab", "ba", 2));
}

BOOST_AUTO_TEST_CASE(a_list_parameter_is_looked_in) {
    BOOST_TEST(holds("act in allowed_acts", {{"act", std::string("pharmacy")}}));
    BOOST_TEST(holds("not act in allowed_acts", {{"act", std::string("hospital-stay")}}));
    BOOST_TEST(truth("act in allowed_acts", {}) == Truth::unknown);
}

BOOST_AUTO_TEST_CASE(a_semi_join_ignores_missing_values) {
    const Query query =
        Query::compile(scope(), {}, Clause{"number in decision.key or iban in claim.staff_iban"}).value();
    BOOST_REQUIRE(query.semi_joins().size() == 2U);
    auto ibans = std::make_shared<ValueSet>(query.semi_joins()[0]);
    auto keys = std::make_shared<ValueSet>(query.semi_joins()[1]);
    const auto staff = batch(claim_schema(), {{{"staff_iban", column::Secret{7}}}, Values{}});
    for (std::size_t row = 0; row < staff->rows; ++row) ibans->add(*staff, row);
    keys->add(*batch(decision_schema(), {decision("C1", "released")}), 0);
    Evaluator evaluator(query, parameters(), paris(), {}, {keys, ibans});
    const auto claims = batch(claim_schema(), {{{"number", std::string("C1")}},
                                               {{"number", std::string("C2")}, {"iban", column::Secret{7}}},
                                               {{"number", std::string("C3")}, {"iban", column::Secret{8}}},
                                               {{"number", std::string("C4")}}});
    const std::vector<Truth> expected{Truth::yes, Truth::yes, Truth::no, Truth::unknown};
    for (std::size_t row = 0; row < claims->rows; ++row) {
        BOOST_REQUIRE(evaluator.go_to(*claims, row));
        BOOST_TEST(evaluator.where() == expected[row]);
    }
    BOOST_CHECK_THROW(Evaluator(query, parameters(), paris(), {}, {keys}), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
