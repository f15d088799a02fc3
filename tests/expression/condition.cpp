// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

const Values large{
    {"amount", euros(100001)}, {"act", std::string("pharmacy")}, {"handler", std::string("H07")}};
const Values empty{};

}  // namespace

BOOST_AUTO_TEST_SUITE(condition)

BOOST_AUTO_TEST_CASE(the_control_of_the_thread_holds_unpaid_claims_above_the_threshold) {
    const std::string held = "amount > threshold and paid_on is missing";
    BOOST_TEST(truth(held, large) == Truth::yes);
    BOOST_TEST(truth(held, {{"amount", euros(100000)}}) == Truth::no);
    BOOST_TEST(truth(held, {{"amount", euros(100001)}, {"paid_on", day("2026-07-02")}}) == Truth::no);
    BOOST_TEST(truth(held, empty) == Truth::unknown);
}

BOOST_AUTO_TEST_CASE(numbers_compare_by_every_sign) {
    const Values three{{"visits", std::int64_t{3}}};
    BOOST_TEST(truth("visits = 3", three) == Truth::yes);
    BOOST_TEST(truth("visits <> 3", three) == Truth::no);
    BOOST_TEST(truth("visits < 3", three) == Truth::no);
    BOOST_TEST(truth("visits <= 3", three) == Truth::yes);
    BOOST_TEST(truth("visits > 2", three) == Truth::yes);
    BOOST_TEST(truth("4 >= visits", three) == Truth::yes);
    BOOST_TEST(truth("visits < limit", three) == Truth::no);
}

BOOST_AUTO_TEST_CASE(amounts_compare_to_the_cent) {
    BOOST_TEST(truth("amount > 1000 EUR", large) == Truth::yes);
    BOOST_TEST(truth("amount = 1000.01 EUR", large) == Truth::yes);
    BOOST_TEST(truth("amount <= 1000.0 EUR", large) == Truth::no);
    BOOST_TEST(truth("fee < 12.50 USD", {{"fee", Money{1249, dollar}}}) == Truth::yes);
    BOOST_TEST(truth("refund < amount", {{"amount", euros(2)}, {"refund", euros(1)}}) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(dates_compare_by_the_calendar) {
    const Values july{{"received_on", day("2026-07-10")}, {"paid_on", day("2026-07-09")}};
    BOOST_TEST(truth("received_on > 2026-07-09", july) == Truth::yes);
    BOOST_TEST(truth("paid_on < received_on", july) == Truth::yes);
    BOOST_TEST(truth("received_on >= start", july) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(text_compares_by_code_point) {
    const auto handled_by = [](const char* handler) { return Values{{"handler", std::string(handler)}}; };
    BOOST_TEST(truth("handler < 'a'", handled_by("Z")) == Truth::yes);
    BOOST_TEST(truth("handler > 'z'", handled_by("é")) == Truth::yes);
    BOOST_TEST(truth("handler < '\U0001F600'", handled_by("\uFFFD")) == Truth::yes);
    BOOST_TEST(truth("handler < 'H070'", handled_by("H07")) == Truth::yes);
    BOOST_TEST(truth("handler = 'h07'", handled_by("H07")) == Truth::no);
}

BOOST_AUTO_TEST_CASE(a_doubled_quote_in_a_text_stands_for_one) {
    BOOST_TEST(truth("handler = 'l''agent'", {{"handler", std::string("l'agent")}}) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(codes_compare_for_equality) {
    BOOST_TEST(truth("act = 'pharmacy'", large) == Truth::yes);
    BOOST_TEST(truth("'hospital-stay' <> act", large) == Truth::yes);
    BOOST_TEST(truth("act = claim.act", large) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(booleans_compare_with_true_and_false) {
    BOOST_TEST(truth("urgent = true", {{"urgent", true}}) == Truth::yes);
    BOOST_TEST(truth("urgent <> false", {{"urgent", false}}) == Truth::no);
    BOOST_TEST(truth("urgent = false", empty) == Truth::unknown);
}

BOOST_AUTO_TEST_CASE(secrets_compare_for_equality) {
    const Values shared{{"iban", column::Secret{~std::uint64_t{0}}},
                        {"staff_iban", column::Secret{~std::uint64_t{0}}}};
    BOOST_TEST(truth("iban = staff_iban", shared) == Truth::yes);
    BOOST_TEST(truth("iban <> staff_iban", shared) == Truth::no);
    BOOST_TEST(truth("iban is missing", shared) == Truth::no);
}

BOOST_AUTO_TEST_CASE(a_comparison_with_something_missing_is_unknown) {
    for (const char* text :
         {"amount = 1 EUR", "amount <> 1 EUR", "amount < 1 EUR", "refund >= amount", "amount = amount",
          "amount between 1 EUR and 2 EUR", "act in ('pharmacy')", "handler starts with 'H'",
          "date(entered_at) = 2026-07-01", "days(received_on, paid_on) > 1"}) {
        BOOST_TEST_CONTEXT(text) BOOST_TEST(truth(text, empty) == Truth::unknown);
    }
}

BOOST_AUTO_TEST_CASE(is_missing_is_never_unknown) {
    BOOST_TEST(truth("amount is missing", empty) == Truth::yes);
    BOOST_TEST(truth("amount is not missing", empty) == Truth::no);
    BOOST_TEST(truth("amount is missing", large) == Truth::no);
    BOOST_TEST(truth("amount is not missing", large) == Truth::yes);
    BOOST_TEST(truth("date(entered_at) is missing", empty) == Truth::yes);
}

// Every pair of the three values, as the conditions that have them for a claim without fields.
BOOST_AUTO_TEST_CASE(and_or_and_not_know_three_values) {
    const std::string yes = "amount is missing";
    const std::string no = "amount is not missing";
    const std::string unknown = "amount = 1 EUR";
    BOOST_TEST(truth(yes + " and " + yes, empty) == Truth::yes);
    BOOST_TEST(truth(yes + " and " + unknown, empty) == Truth::unknown);
    BOOST_TEST(truth(no + " and " + unknown, empty) == Truth::no);
    BOOST_TEST(truth(unknown + " and " + no, empty) == Truth::no);
    BOOST_TEST(truth(unknown + " and " + unknown, empty) == Truth::unknown);
    BOOST_TEST(truth(no + " or " + no, empty) == Truth::no);
    BOOST_TEST(truth(no + " or " + unknown, empty) == Truth::unknown);
    BOOST_TEST(truth(unknown + " or " + yes, empty) == Truth::yes);
    BOOST_TEST(truth("not " + yes, empty) == Truth::no);
    BOOST_TEST(truth("not " + unknown, empty) == Truth::unknown);
}

BOOST_AUTO_TEST_CASE(not_binds_tighter_than_and_and_and_tighter_than_or) {
    const std::string yes = "amount is missing";
    const std::string no = "amount is not missing";
    BOOST_TEST(truth(yes + " or " + yes + " and " + no, empty) == Truth::yes);
    BOOST_TEST(truth("(" + yes + " or " + yes + ") and " + no, empty) == Truth::no);
    BOOST_TEST(truth("not " + no + " or " + yes, empty) == Truth::yes);
    BOOST_TEST(truth("not (" + no + " or " + yes + ")", empty) == Truth::no);
    BOOST_TEST(truth("not not " + yes, empty) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(between_includes_both_bounds) {
    const auto visits = [](std::int64_t count) {
        return truth("visits between 2 and 4", {{"visits", count}});
    };
    BOOST_TEST(visits(1) == Truth::no);
    BOOST_TEST(visits(2) == Truth::yes);
    BOOST_TEST(visits(4) == Truth::yes);
    BOOST_TEST(visits(5) == Truth::no);
}

BOOST_AUTO_TEST_CASE(between_is_no_where_one_bound_already_excludes) {
    BOOST_TEST(truth("visits between 2 and days(received_on, paid_on)", {{"visits", std::int64_t{1}}}) ==
               Truth::no);
    BOOST_TEST(truth("visits between 2 and days(received_on, paid_on)", {{"visits", std::int64_t{3}}}) ==
               Truth::unknown);
}

BOOST_AUTO_TEST_CASE(the_and_of_between_is_not_a_conjunction) {
    BOOST_TEST(truth("visits between 2 and 4 and urgent = true",
                     {{"visits", std::int64_t{3}}, {"urgent", true}}) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(in_looks_for_the_value_in_the_list) {
    BOOST_TEST(truth("act in ('consultation', 'pharmacy')", large) == Truth::yes);
    BOOST_TEST(truth("act in ('consultation')", large) == Truth::no);
    BOOST_TEST(truth("amount in (1000 EUR, 1000.01 EUR)", large) == Truth::yes);
    BOOST_TEST(truth("not handler in ('H07')", large) == Truth::no);
}

BOOST_AUTO_TEST_CASE(starts_with_compares_the_first_characters) {
    BOOST_TEST(truth("handler starts with 'H0'", large) == Truth::yes);
    BOOST_TEST(truth("handler starts with 'H071'", large) == Truth::no);
    BOOST_TEST(truth("handler starts with prefix", large) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(days_counts_from_the_first_date_to_the_second) {
    const Values claim{{"received_on", day("2026-02-27")}, {"paid_on", day("2026-03-02")}};
    BOOST_TEST(truth("days(received_on, paid_on) = 3", claim) == Truth::yes);
    BOOST_TEST(truth("0 > days(paid_on, received_on)", claim) == Truth::yes);
    BOOST_TEST(truth("days(2024-02-28, 2024-03-01) = 2", claim) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(date_is_the_civil_date_in_the_workspace_s_zone) {
    const Values late{{"entered_at", instant("2026-07-31T22:30:00Z")}};
    BOOST_TEST(truth("date(entered_at) = 2026-08-01", late) == Truth::yes);
    const Values winter{{"entered_at", instant("2026-01-31T22:30:00Z")}};
    BOOST_TEST(truth("date(entered_at) = 2026-01-31", winter) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(the_type_s_own_name_means_the_record) {
    BOOST_TEST(truth("claim.amount > claim.refund", {{"amount", euros(2)}, {"refund", euros(1)}}) ==
               Truth::yes);
}

BOOST_AUTO_TEST_CASE(line_breaks_and_no_break_spaces_separate_words) {
    BOOST_TEST(truth("amount\u00a0>\r\n\tthreshold", large) == Truth::yes);
}

BOOST_AUTO_TEST_SUITE_END()
