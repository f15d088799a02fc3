// SPDX-License-Identifier: Apache-2.0
// The clauses over several records, and what is told of each misuse.
#include "expression/clauses.h"

#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

Clause at(const std::string& text) {
    return {text, {"a.lua", 10, 5}};
}

// The first fault as `line:column what`; empty where there is none.
std::string fault(const Clauses& clauses) {
    const auto query = Query::compile(scope(), clauses);
    if (query) return "";
    const Diagnostic& first = query.error().diagnostics.front();
    return fmt::format("{}:{} {}", first.place.line, first.place.column, first.what.id);
}

std::string group_fault(const std::string& by, const std::string& having = "count() > 1") {
    return fault({.group = at(by), .having = at(having)});
}

std::string having_fault(const std::string& having) {
    return group_fault("handler, act", having);
}

std::string window_fault(const std::string& window, const std::string& having = "spent > threshold",
                         const std::string& name = "spent") {
    return fault({.windows = {{name, at(window)}}, .having = at(having)});
}

std::string sample_fault(std::optional<Decimal> rate, std::optional<std::int64_t> size,
                         const std::string& by = "handler") {
    return fault({.sample = SampleClause{rate, size, at(by), {"a.lua", 10, 1}}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(clauses)

BOOST_AUTO_TEST_CASE(a_group_is_made_of_fields_each_named_once) {
    BOOST_TEST(group_fault("handler, act").empty());
    BOOST_TEST(group_fault("") == "10:5 expression.field_expected_at_end");
    BOOST_TEST(group_fault("handler,") == "10:13 expression.field_expected_at_end");
    BOOST_TEST(group_fault("handler act") == "10:13 expression.clause_end_expected");
    BOOST_TEST(group_fault("month(paid_on)") == "10:5 expression.field_name_expected");
    BOOST_TEST(group_fault("'x'") == "10:5 expression.field_name_expected");
    BOOST_TEST(group_fault("handlr") == "10:5 expression.unknown_name");
    BOOST_TEST(group_fault("threshold") == "10:5 expression.key_not_a_field");
    BOOST_TEST(group_fault("handler, claim.handler") == "10:14 expression.key_named_twice");
}

BOOST_AUTO_TEST_CASE(having_names_keys_parameters_and_aggregates_alone) {
    BOOST_TEST(having_fault("count() > limit and handler starts with 'H' and act = 'pharmacy'").empty());
    BOOST_TEST(having_fault("visits > 1") == "10:5 expression.not_a_key");
    BOOST_TEST(having_fault("sum(amount) > amount") == "10:19 expression.not_a_key");
    BOOST_TEST(having_fault("act = 'x'") == "10:11 expression.unknown_code");
}

BOOST_AUTO_TEST_CASE(aggregates_take_what_they_can_aggregate) {
    BOOST_TEST(having_fault("sum(amount) > 10 EUR and mean(visits) > 0.5 and median(rate) < 1").empty());
    BOOST_TEST(having_fault("min(paid_on) < max(received_on) and count(distinct iban) = 1").empty());
    BOOST_TEST(having_fault("sum(amount * 0.5 + refund) > 10 EUR * 2").empty());
    BOOST_TEST(having_fault("sum(paid_on) > 1") == "10:9 expression.not_a_number");
    BOOST_TEST(having_fault("mean(handler) > 1") == "10:10 expression.not_a_number");
    BOOST_TEST(having_fault("min(iban) is missing") == "10:9 expression.no_order");
    BOOST_TEST(having_fault("sum() > 1") == "10:5 expression.argument_count");
    BOOST_TEST(having_fault("count(visits) > 1") == "10:5 expression.argument_count");
    BOOST_TEST(having_fault("sum(distinct visits) > 1") == "10:5 expression.argument_count");
    BOOST_TEST(having_fault("sum(count()) > 1") == "10:9 expression.aggregate_outside");
    BOOST_TEST(having_fault("sum(amount) > 1") == "10:19 expression.incomparable");
    BOOST_TEST(having_fault("sum(amount) > 1 USD") == "10:19 expression.mixed_currencies");
    BOOST_TEST(having_fault("mean(visits) > visits") == "10:20 expression.not_a_key");
}

BOOST_AUTO_TEST_CASE(a_window_says_what_how_long_by_what_and_in_which_order) {
    BOOST_TEST(window_fault("sum(amount) over 30 days by handler ordered by paid_on").empty());
    BOOST_TEST(window_fault("sum(amount) over deadline by handler, act ordered by paid_on").empty());
    BOOST_TEST(window_fault("sum(amount)") == "10:16 expression.expected_at_end");
    BOOST_TEST(window_fault("sum(amount) over 30 days") == "10:29 expression.expected_at_end");
    BOOST_TEST(window_fault("sum(amount) over 30 by handler ordered by paid_on") ==
               "10:22 expression.not_a_duration");
    BOOST_TEST(window_fault("sum(amount) over 30 days by handler") == "10:40 expression.expected_at_end");
    BOOST_TEST(window_fault("sum(amount) over 30 days by handler ordered paid_on") ==
               "10:49 expression.expected");
    BOOST_TEST(window_fault("sum(amount) over 30 days by handler ordered by visits") ==
               "10:52 expression.not_a_date_field");
    BOOST_TEST(window_fault("amount over 30 days by handler ordered by paid_on") ==
               "10:5 expression.not_an_aggregate");
}

BOOST_AUTO_TEST_CASE(a_window_has_a_name_of_its_own) {
    const std::string window = "sum(amount) over 30 days by handler ordered by paid_on";
    BOOST_TEST(window_fault(window, "x > threshold", "amount") == "10:5 expression.window_name_taken");
    BOOST_TEST(window_fault(window, "x > threshold", "threshold") == "10:5 expression.window_name_taken");
    BOOST_TEST(window_fault(window, "x > threshold", "and") == "10:5 expression.malformed_window_name");
    BOOST_TEST(window_fault(window, "spend > threshold") == "10:5 expression.unknown_name");
}

BOOST_AUTO_TEST_CASE(having_over_windows_names_fields_too_and_no_aggregates) {
    const std::string window = "sum(amount) over 30 days by handler ordered by paid_on";
    BOOST_TEST(window_fault(window, "spent > threshold and visits > 1").empty());
    BOOST_TEST(window_fault(window, "count() > 1") == "10:5 expression.aggregate_outside");
}

BOOST_AUTO_TEST_CASE(clauses_that_need_or_exclude_each_other_are_told) {
    const Clause window = at("count() over 30 days by handler ordered by paid_on");
    BOOST_TEST(fault({.having = at("count() > 1")}) == "10:5 expression.having_alone");
    BOOST_TEST(fault({.windows = {{"n", window}}}) == "10:5 expression.having_missing");
    BOOST_TEST(fault({.group = at("act"), .windows = {{"n", window}}, .having = at("n > 1")}) ==
               "10:5 expression.group_and_window");
    BOOST_TEST(fault({.history = at("12 months")}) == "10:5 expression.history_alone");
    BOOST_TEST(fault({.group = at("act"), .having = at("count() > 1"), .history = at("12 months")}).empty());
    BOOST_TEST(fault({.group = at("act"), .having = at("count() > 1"), .history = at("12")}) ==
               "10:5 expression.not_a_duration");
}

BOOST_AUTO_TEST_CASE(a_sample_has_a_rate_or_a_size) {
    BOOST_TEST(sample_fault(Decimal{2, 2}, {}).empty());
    BOOST_TEST(sample_fault(Decimal{1, 0}, {}).empty());
    BOOST_TEST(sample_fault({}, 50).empty());
    BOOST_TEST(sample_fault({}, {}) == "10:1 expression.rate_or_size");
    BOOST_TEST(sample_fault(Decimal{2, 2}, 50) == "10:1 expression.rate_or_size");
    BOOST_TEST(sample_fault(Decimal{0, 0}, {}) == "10:1 expression.sample_out_of_range");
    BOOST_TEST(sample_fault(Decimal{101, 2}, {}) == "10:1 expression.sample_out_of_range");
    BOOST_TEST(sample_fault({}, 0) == "10:1 expression.sample_out_of_range");
    BOOST_TEST(sample_fault({}, 50, "handlr") == "10:5 expression.unknown_name");
    BOOST_TEST(fault({.group = at("act"),
                      .having = at("count() > 1"),
                      .sample = SampleClause{Decimal{1, 1}, {}, at("handler"), {"a.lua", 10, 1}}}) ==
               "10:5 expression.stratum_not_a_key");
}

BOOST_AUTO_TEST_CASE(a_query_tells_what_it_groups_and_reads) {
    const Query query = Query::compile(scope(), {.group = at("handler, act"),
                                                 .having = at("sum(amount) > 1 EUR"),
                                                 .history = at("12 months")})
                            .value();
    BOOST_TEST(query.has_groups());
    BOOST_TEST(!query.has_windows());
    BOOST_TEST(!query.has_sample());
    const std::vector<std::string> keys{"handler", "act"};
    BOOST_TEST(query.keys() == keys, boost::test_tools::per_element());
    const std::vector<std::string> aggregates{"sum(amount)"};
    BOOST_TEST(query.aggregates() == aggregates, boost::test_tools::per_element());
    const std::vector<std::string> read{"act", "amount", "handler"};
    BOOST_TEST(query.fields_read() == read, boost::test_tools::per_element());
    BOOST_CHECK((query.history(parameters()) == Duration{12, TimeUnit::months}));
}

BOOST_AUTO_TEST_SUITE_END()
