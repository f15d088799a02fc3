// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

// One of the kinds of predicate, over few values, so that each truth is frequent.
std::string any_predicate() {
    const int number = *rc::gen::inRange(0, 4);
    switch (*rc::gen::inRange(0, 6)) {
        case 0: return fmt::format("visits = {}", number);
        case 1: return fmt::format("visits > {}", number);
        case 2: return fmt::format("amount <= 0.0{} EUR", number);
        case 3: return fmt::format("visits in (1, {})", number);
        case 4: return "amount is missing";
        default: return fmt::format("handler starts with '{}'", number);
    }
}

std::string any_condition(int depth) {
    if (depth == 0) return any_predicate();
    switch (*rc::gen::inRange(0, 4)) {
        case 0: return fmt::format("({} and {})", any_condition(depth - 1), any_condition(depth - 1));
        case 1: return fmt::format("({} or {})", any_condition(depth - 1), any_condition(depth - 1));
        case 2: return fmt::format("not {}", any_condition(depth - 1));
        default: return any_predicate();
    }
}

Values any_claim() {
    Values claim;
    const auto present = [] { return *rc::gen::inRange(0, 3) != 0; };
    if (present()) claim.emplace_back("visits", std::int64_t{*rc::gen::inRange(0, 4)});
    if (present()) claim.emplace_back("amount", euros(*rc::gen::inRange(0, 4)));
    if (present()) claim.emplace_back("handler", fmt::format("{}", *rc::gen::inRange(0, 4)));
    return claim;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(properties)

BOOST_AUTO_TEST_CASE(the_laws_of_de_morgan_hold_under_three_values) {
    BOOST_TEST(rc::check("not (a and b) is (not a) or (not b)", [] {
        const std::string a = any_condition(2);
        const std::string b = any_condition(2);
        const Values claim = any_claim();
        RC_ASSERT(truth(fmt::format("not ({} and {})", a, b), claim) ==
                  truth(fmt::format("(not {}) or (not {})", a, b), claim));
        RC_ASSERT(truth(fmt::format("not ({} or {})", a, b), claim) ==
                  truth(fmt::format("(not {}) and (not {})", a, b), claim));
    }));
}

BOOST_AUTO_TEST_CASE(a_double_negation_changes_nothing) {
    BOOST_TEST(rc::check("not (not a) is a", [] {
        const std::string condition = any_condition(3);
        const Values claim = any_claim();
        RC_ASSERT(truth(fmt::format("not (not {})", condition), claim) == truth(condition, claim));
    }));
}

BOOST_AUTO_TEST_CASE(a_negation_is_unknown_exactly_where_its_condition_is) {
    BOOST_TEST(rc::check("not a differs from a unless unknown", [] {
        const std::string condition = any_condition(3);
        const Values claim = any_claim();
        const Truth plain = truth(condition, claim);
        RC_ASSERT((truth("not " + condition, claim) == plain) == (plain == Truth::unknown));
    }));
}

BOOST_AUTO_TEST_CASE(between_is_two_comparisons) {
    BOOST_TEST(rc::check("a between b and c is a >= b and a <= c", [] {
        const Values claim{{"visits", *rc::gen::arbitrary<std::int64_t>()}};
        const auto low = *rc::gen::nonNegative<std::int64_t>();
        const auto high = *rc::gen::nonNegative<std::int64_t>();
        RC_ASSERT(truth(fmt::format("visits between {} and {}", low, high), claim) ==
                  truth(fmt::format("visits >= {} and visits <= {}", low, high), claim));
    }));
    BOOST_TEST(rc::check("also with something missing", [] {
        const Values claim = any_claim();
        RC_ASSERT(truth("amount between refund and 0.02 EUR", claim) ==
                  truth("amount >= refund and amount <= 0.02 EUR", claim));
    }));
}

BOOST_AUTO_TEST_CASE(the_order_of_a_list_does_not_matter) {
    BOOST_TEST(rc::check("in, permuted", [] {
        auto list = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9)));
        const Values claim = any_claim();
        const Truth before = truth(fmt::format("visits in ({})", fmt::join(list, ", ")), claim);
        std::ranges::rotate(list, list.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(list)));
        if (*rc::gen::arbitrary<bool>()) std::ranges::reverse(list);
        RC_ASSERT(truth(fmt::format("visits in ({})", fmt::join(list, ", ")), claim) == before);
    }));
}

BOOST_AUTO_TEST_CASE(in_is_a_disjunction_of_equalities) {
    BOOST_TEST(rc::check("a in (b, c) is a = b or a = c", [] {
        const Values claim = any_claim();
        const int b = *rc::gen::inRange(0, 4);
        const int c = *rc::gen::inRange(0, 4);
        RC_ASSERT(truth(fmt::format("visits in ({}, {})", b, c), claim) ==
                  truth(fmt::format("visits = {} or visits = {}", b, c), claim));
    }));
}

BOOST_AUTO_TEST_CASE(any_bytes_compile_or_are_told_to_be_faulty) {
    static const std::vector<std::string> pieces{
        "amount", "visits", "and",     "or",     "not",  "(", ")",          "=",   "<>",   "between",
        "in",     "is",     "missing", "starts", "with", "1", "2026-07-01", "EUR", "'x'",  ",",
        ".",      "claim",  "date",    "days",   "true", "é", "'",          "\n",  "\xff", "="};
    BOOST_TEST(rc::check("a failure has diagnostics", [] {
        std::string text;
        for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
            text += piece + " ";
        const auto query = Query::compile(scope(), {{"check", {text}}}, Clause{text, {"a.lua", 1, 1}});
        RC_ASSERT(!query);  // no text is both a join and a condition
        RC_ASSERT(!query.error().diagnostics.empty());
    }));
}

BOOST_AUTO_TEST_SUITE_END()
