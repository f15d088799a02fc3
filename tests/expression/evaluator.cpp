// SPDX-License-Identifier: Apache-2.0
#include "expression/evaluator.h"

#include <boost/test/unit_test.hpp>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

// Claims that are joined to decisions.
struct Joined {
    Query query;
    std::shared_ptr<JoinTable> table;
    std::shared_ptr<const column::RecordBatch> claims;
    Evaluator evaluator;

    Joined(const Joins& joins, const std::vector<Values>& claim_values, const std::vector<Values>& decisions)
        : query(Query::compile(scope(), joins, {}).value()),
          table(std::make_shared<JoinTable>(query, 0)),
          claims(batch(claim_schema(), claim_values)),
          evaluator(query, parameters(), paris(), {table}) {
        table->add(batch(decision_schema(), decisions));
    }

    Truth truth(const std::string& condition, std::size_t row = 0) {
        BOOST_REQUIRE(evaluator.go_to(*claims, row));
        return evaluator.truth(query.condition({condition}).value());
    }
};

Values claim(const std::string& number) {
    return {{"number", number}, {"paid_on", day("2026-07-25")}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluator)

BOOST_AUTO_TEST_CASE(the_measure_of_the_thread_counts_payments_decided_before) {
    Joined joined(decision_join, {claim("C1"), claim("C2"), claim("C3")},
                  {decision("C1", "released"), decision("C2", "refused")});
    const std::string meets =
        "check is not missing and check.verdict in ('released', 'corrected') and date(check.decided_at) <= "
        "paid_on";
    BOOST_TEST(joined.truth(meets, 0) == Truth::yes);
    BOOST_TEST(joined.truth(meets, 1) == Truth::no);
    BOOST_TEST(joined.truth(meets, 2) == Truth::no);
}

BOOST_AUTO_TEST_CASE(without_a_match_the_alias_and_its_fields_are_missing) {
    Joined joined(decision_join, {claim("C1")}, {decision("C2", "released")});
    BOOST_TEST(joined.truth("check is missing") == Truth::yes);
    BOOST_TEST(joined.truth("check is not missing") == Truth::no);
    BOOST_TEST(joined.truth("check.verdict is missing") == Truth::yes);
    BOOST_TEST(joined.truth("check.verdict = 'released'") == Truth::unknown);
    BOOST_CHECK(column::is_missing(joined.evaluator.joined(0, 2)));
}

BOOST_AUTO_TEST_CASE(a_match_gives_its_fields_for_evidence) {
    Joined joined(decision_join, {claim("C1")}, {decision("C1", "corrected")});
    BOOST_TEST(joined.truth("check is missing") == Truth::no);
    BOOST_TEST(joined.truth("check.key = claim.number") == Truth::yes);
    BOOST_TEST(column::plain_text(joined.evaluator.joined(0, 2)) == "corrected");
}

BOOST_AUTO_TEST_CASE(rows_that_differ_from_a_literal_of_the_join_do_not_match) {
    Joined joined(decision_join, {claim("C1")},
                  {decision("C1", "released", "claims/other"), decision("C1", "refused")});
    BOOST_TEST(joined.truth("check.verdict = 'refused'") == Truth::yes);
}

BOOST_AUTO_TEST_CASE(a_missing_key_matches_nothing) {
    Joined joined(decision_join, {Values{}}, {Values{{"control", std::string("claims/over-threshold")}}});
    BOOST_TEST(joined.truth("check is missing") == Truth::yes);
}

BOOST_AUTO_TEST_CASE(several_rows_of_one_key_make_the_record_an_error) {
    Joined joined(decision_join, {claim("C1"), claim("C2")},
                  {decision("C1", "released"), decision("C2", "released"), decision("C1", "refused")});
    const Done failed = joined.evaluator.go_to(*joined.claims, 0);
    BOOST_REQUIRE(!failed);
    BOOST_TEST(failed.error().diagnostics.front().what.id == "expression.several_matches");
    BOOST_CHECK_THROW(joined.evaluator.where(), std::logic_error);
    BOOST_CHECK_THROW(joined.evaluator.joined(0, 0), std::logic_error);
    BOOST_TEST(joined.truth("check.verdict = 'released'", 1) == Truth::yes);
}

BOOST_AUTO_TEST_CASE(a_join_may_compare_several_fields_and_types) {
    const Joins twin{{"twin",
                      {"claim on handler = claim.handler and received_on = claim.paid_on and iban = iban and "
                       "urgent = true"}}};
    const Query query = Query::compile(scope(), twin, Clause{"twin is not missing"}).value();
    const Values pattern{{"handler", std::string("H1")},
                         {"received_on", day("2026-07-25")},
                         {"iban", column::Secret{5}},
                         {"urgent", true}};
    Values other_secret = pattern;
    other_secret[2].second = column::Secret{6};
    auto table = std::make_shared<JoinTable>(query, 0);
    table->add(batch(claim_schema(), {pattern, other_secret}));
    Evaluator evaluator(query, parameters(), paris(), {table});
    const Values claim{
        {"handler", std::string("H1")}, {"paid_on", day("2026-07-25")}, {"iban", column::Secret{5}}};
    const auto claims = batch(claim_schema(), {claim, Values{{"handler", std::string("H1")}}});
    BOOST_REQUIRE(evaluator.go_to(*claims, 0));
    BOOST_TEST(evaluator.where() == Truth::yes);
    BOOST_REQUIRE(evaluator.go_to(*claims, 1));
    BOOST_TEST(evaluator.where() == Truth::no);
}

BOOST_AUTO_TEST_CASE(a_table_may_be_filled_row_by_row_from_batches_it_keeps_alive) {
    const Query query = Query::compile(scope(), decision_join, {}).value();
    JoinTable table(query, 0);
    {
        const auto decisions =
            batch(decision_schema(), {decision("C1", "refused"), decision("C1", "released")});
        table.add(decisions, 1);
    }
    const auto claims = batch(claim_schema(), {claim("C1")});
    const Match match = table.find(*claims, 0);
    BOOST_REQUIRE((match.rows == Match::Rows::one));
    BOOST_TEST(column::plain_text(match.batch->scalar(match.row, 2)) == "released");
}

BOOST_AUTO_TEST_CASE(codes_are_compared_by_name_whatever_their_place_in_a_list) {
    const auto reordered = std::make_shared<column::Schema>(std::vector<column::Field>{
        {.name = "act", .type = column::Type::code, .codes = {{"pharmacy", {}}, {"consultation", {}}}}});
    Scope other = scope();
    other.types["receipt"] = reordered;
    const Query query = Query::compile(other, {{"receipt", {"receipt on act = claim.act"}}},
                                       Clause{"receipt.act = 'pharmacy'"})
                            .value();
    auto table = std::make_shared<JoinTable>(query, 0);
    table->add(batch(reordered, {Values{{"act", std::string("pharmacy")}}}));
    Evaluator evaluator(query, parameters(), paris(), {table});
    const auto claims = batch(claim_schema(), {Values{{"act", std::string("pharmacy")}}});
    BOOST_REQUIRE(evaluator.go_to(*claims, 0));
    BOOST_TEST(evaluator.where() == Truth::yes);
}

BOOST_AUTO_TEST_CASE(refuses_what_belongs_to_another_query) {
    const Query query = Query::compile(scope(), decision_join, {}).value();
    const Query other = Query::compile(scope(), decision_join, Clause{"visits = 1"}).value();
    const auto table = std::make_shared<JoinTable>(query, 0);
    BOOST_CHECK_THROW(Evaluator(query, parameters(), paris()), std::invalid_argument);
    BOOST_CHECK_THROW(Evaluator(other, parameters(), paris(), {table}), std::invalid_argument);
    BOOST_CHECK_THROW(Evaluator(query, {}, paris(), {table}), std::invalid_argument);
    auto dollars = parameters();
    dollars[0] = Money{100000, dollar};
    BOOST_CHECK_THROW(Evaluator(query, dollars, paris(), {table}), std::invalid_argument);

    Evaluator evaluator(query, parameters(), paris(), {table});
    const auto claims = batch(claim_schema(), {claim("C1")});
    const auto decisions = batch(decision_schema(), {decision("C1", "released")});
    BOOST_CHECK_THROW(evaluator.where(), std::logic_error);
    BOOST_CHECK_THROW(static_cast<void>(evaluator.go_to(*decisions, 0)), std::invalid_argument);
    BOOST_REQUIRE(evaluator.go_to(*claims, 0));
    BOOST_CHECK_THROW(evaluator.truth(*other.where()), std::invalid_argument);
    BOOST_CHECK_THROW(JoinTable(query, 0).add(claims), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(what_where_lacks_is_a_field_of_the_joined_row_or_the_whole_row) {
    const Query query = Query::compile(scope(), decision_join, Clause{"check.verdict = 'released'"}).value();
    auto table = std::make_shared<JoinTable>(query, 0);
    table->add(batch(decision_schema(),
                     {{{"control", std::string("claims/over-threshold")}, {"key", std::string("C1")}},
                      decision("C3", "released")}));
    Evaluator evaluator(query, parameters(), paris(), {table});
    const auto claims = batch(claim_schema(), {claim("C1"), claim("C2"), claim("C3")});
    const auto lacking = [&](std::size_t row) {
        BOOST_REQUIRE(evaluator.go_to(*claims, row));
        return fmt::format("{}", fmt::join(evaluator.lacking(), ", "));
    };
    BOOST_TEST(lacking(0) == "check.verdict");
    BOOST_TEST(lacking(1) == "check");
    BOOST_TEST(lacking(2) == "");
}

BOOST_AUTO_TEST_SUITE_END()
