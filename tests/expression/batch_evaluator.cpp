// SPDX-License-Identifier: Apache-2.0
#include "expression/batch_evaluator.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

using Texts = std::vector<std::string>;

std::string any(const Texts& texts) {
    return *rc::gen::elementOf(texts);
}

std::string any_comparison() {
    static const Texts ordered{"=", "<>", "<", "<=", ">", ">="};
    static const Texts equal{"=", "<>"};
    switch (*rc::gen::inRange(0, 10)) {
        case 0: return any({"visits", "limit", "2"}) + any(ordered) + "visits";
        case 1: return any({"amount", "refund"}) + any(ordered) + any({"refund", "threshold", "0.02 EUR"});
        case 2: return "rate" + any(ordered) + any({"share", "0.5", "0.955", "1"});
        case 3: return any({"received_on", "start"}) + any(ordered) + any({"paid_on", "2026-07-02"});
        case 4: return any({"delay", "2 ouvrés"}) + any(ordered) + any({"deadline", "delay"});
        case 5: return any({"handler", "'H01'", "prefix"}) + any(ordered) + any({"number", "handler"});
        case 6: return "act" + any(equal) + any({"'pharmacy'", "'consultation'", "act"});
        case 7: return "iban" + any(equal) + "staff_iban";
        case 8: return "urgent" + any(equal) + any({"true", "false", "urgent"});
        default: return "visits * visits * visits" + any(ordered) + any({"limit", "visits"});
    }
}

std::string any_predicate() {
    static const Texts others{"visits in (1, 2, 40)",
                              "rate in (0.5, 0.955)",
                              "handler in ('H01', 'H02')",
                              "number in ('0', '1', '2', '3', '4', '5', '6', '7', '8', 'C1')",
                              "act in ('pharmacy', 'hospital-stay')",
                              "act in allowed_acts",
                              "handler in allowed_acts",
                              "number in decision.key",
                              "iban in claim.staff_iban",
                              "handler starts with prefix",
                              "handler starts with 'H0'",
                              "amount is missing",
                              "act is not missing",
                              "check is missing",
                              "check.verdict = 'released'",
                              "check.decided_at > entered_at",
                              "days(received_on, paid_on) > limit",
                              "visits between 1 and limit",
                              "amount between refund and threshold",
                              "amount - refund > 0.01 EUR",
                              "length(handler) = 3"};
    return *rc::gen::inRange(0, 2) == 0 ? any_comparison() : any(others);
}

std::string any_condition(int depth) {
    if (depth == 0) return any_predicate();
    switch (*rc::gen::inRange(0, 5)) {
        case 0: return fmt::format("({} and {})", any_condition(depth - 1), any_condition(depth - 1));
        case 1: return fmt::format("({} or {})", any_condition(depth - 1), any_condition(depth - 1));
        case 2:
            return fmt::format("({} and {} and {})", any_predicate(), any_predicate(),
                               any_condition(depth - 1));
        case 3: return fmt::format("not {}", any_condition(depth - 1));
        default: return any_predicate();
    }
}

column::Scalar any_number() {
    return *rc::gen::elementOf(
        std::vector<std::int64_t>{0, 1, 2, 3, 40, std::numeric_limits<std::int64_t>::max()});
}

Values any_claim() {
    Values claim;
    const auto add = [&](const char* name, column::Scalar value) {
        if (*rc::gen::inRange(0, 4) != 0) claim.emplace_back(name, std::move(value));
    };
    const auto small = [] { return std::int64_t{*rc::gen::inRange(0, 4)}; };
    add("number", any({"C1", "C2", "C3", "4", ""}));
    add("act", any({"consultation", "hospital-stay", "pharmacy"}));
    add("amount", euros(*rc::gen::elementOf(std::vector<std::int64_t>{0, 1, 2, 100'000})));
    add("refund", euros(small()));
    add("rate", Decimal{*rc::gen::elementOf(std::vector<std::int64_t>{50, 95, 96, 100}), 2});
    add("delay", Duration{small() * 5, TimeUnit::ouvres});
    add("visits", any_number());
    add("urgent", small() % 2 == 0);
    add("received_on", day(any({"2026-06-30", "2026-07-01", "2026-07-02"}).c_str()));
    add("paid_on", day(any({"2026-07-01", "2026-07-05"}).c_str()));
    add("entered_at", instant(any({"2026-07-25T07:00:00Z", "2026-07-25T09:00:00Z"}).c_str()));
    add("handler", any({"H01", "H02", "X", "pharmacy"}));
    add("iban", column::Secret{static_cast<std::uint64_t>(small())});
    add("staff_iban", column::Secret{static_cast<std::uint64_t>(small())});
    return claim;
}

std::vector<Values> any_claims() {
    std::vector<Values> claims;
    for (int i = *rc::gen::inRange(8, 40); i > 0; --i) claims.push_back(any_claim());
    return claims;
}

// C1 has one decision; C2 has two at times, which makes its claims errors.
std::shared_ptr<const column::RecordBatch> any_decisions() {
    std::vector<Values> decisions{decision("C1", any({"released", "refused"}))};
    for (int i = *rc::gen::elementOf(std::vector<int>{0, 1, 2}); i > 0; --i)
        decisions.push_back(decision("C2", "released"));
    return batch(decision_schema(), decisions);
}

Verdict plain_verdict(Evaluator& evaluator, const column::RecordBatch& batch, std::size_t row) {
    if (!evaluator.go_to(batch, row)) return Verdict::error;
    switch (evaluator.where()) {
        case Truth::no: return Verdict::no;
        case Truth::yes: return Verdict::yes;
        case Truth::unknown: break;
    }
    return Verdict::unknown;
}

std::vector<std::shared_ptr<const ValueSet>> sets_of(const Query& query, const column::RecordBatch& claims,
                                                     const column::RecordBatch& decisions) {
    std::vector<std::shared_ptr<const ValueSet>> sets;
    for (const SemiJoin& semi_join : query.semi_joins()) {
        auto set = std::make_shared<ValueSet>(semi_join);
        const column::RecordBatch& from = semi_join.type == "claim" ? claims : decisions;
        for (std::size_t row = 0; row < from.rows; ++row) set->add(from, row);
        sets.push_back(std::move(set));
    }
    return sets;
}

// How often each verdict came.
using Tally = std::map<Verdict, std::size_t>;

Tally compare_with_plain(const std::string& condition, const column::RecordBatch& claims,
                         const std::shared_ptr<const column::RecordBatch>& decisions) {
    const Query query = Query::compile(scope(), decision_join, Clause{condition}).value();
    auto table = std::make_shared<JoinTable>(query, 0);
    table->add(decisions);
    Evaluator plain(query, parameters(), paris(), {table}, sets_of(query, claims, *decisions));
    Evaluator borrowed = plain;
    BatchEvaluator by_batch(borrowed);
    Tally tally;
    const auto verdicts = by_batch.where(claims);
    RC_ASSERT(verdicts.size() == claims.rows);
    for (std::size_t row = 0; row < claims.rows; ++row) {
        RC_ASSERT(verdicts[row] == plain_verdict(plain, claims, row));
        ++tally[verdicts[row]];
    }
    return tally;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_evaluator)

BOOST_AUTO_TEST_CASE(says_of_every_record_what_the_plain_evaluator_says) {
    Tally seen;
    std::size_t tried = 0;
    BOOST_TEST(rc::check("random conditions over random batches", [&] {
        ++tried;
        const std::string condition = any_condition(3);
        RC_LOG() << condition;
        const auto claims = batch(claim_schema(), any_claims());
        for (const auto& [verdict, count] : compare_with_plain(condition, *claims, any_decisions()))
            seen[verdict] += count;
    }));
    for (const Verdict verdict : {Verdict::no, Verdict::unknown, Verdict::yes, Verdict::error})
        BOOST_TEST(5 * seen[verdict] > tried);
}

BOOST_AUTO_TEST_CASE(does_not_ask_what_is_decided) {
    const auto claims = batch(claim_schema(), {{{"visits", std::numeric_limits<std::int64_t>::max()}},
                                               {{"visits", std::int64_t{1}}}});
    const Query query =
        Query::compile(scope(), {}, Clause{"visits < 5 and visits * visits * visits = 1"}).value();
    Evaluator evaluator(query, parameters(), paris());
    BatchEvaluator by_batch(evaluator);
    const auto verdicts = by_batch.where(*claims);
    BOOST_CHECK(verdicts[0] == Verdict::no);
    BOOST_CHECK(verdicts[1] == Verdict::yes);
}

BOOST_AUTO_TEST_CASE(refuses_batches_of_another_type) {
    const Query query = Query::compile(scope(), {}, Clause{"visits < 5"}).value();
    Evaluator evaluator(query, parameters(), paris());
    BatchEvaluator by_batch(evaluator);
    BOOST_CHECK_THROW(by_batch.where(*batch(decision_schema(), {})), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
