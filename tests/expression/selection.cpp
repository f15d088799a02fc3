// SPDX-License-Identifier: Apache-2.0
#include "expression/selection.h"

#include <limits>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace cadran::expression {

std::ostream& operator<<(std::ostream& stream, Standing standing) {
    return stream << (standing == Standing::not_selected  ? "not selected"
                      : standing == Standing::selected    ? "selected"
                      : standing == Standing::not_checked ? "not checked"
                                                          : "error");
}

}  // namespace cadran::expression

namespace {

constexpr HashKey seed{1, 2, 3};

Values paid(const std::string& number, const std::string& handler, const char* on, std::int64_t cents) {
    return {{"number", number}, {"handler", handler}, {"paid_on", day(on)}, {"amount", euros(cents)}};
}

struct Example {
    Clauses clauses;
    std::vector<Values> claims;
    std::size_t earlier = 0;  // so many of the claims lie before the period

    // In batches of so many rows.
    Selection select(std::size_t batch_size = 100, const HashKey& key = seed) const {
        const auto query = Query::compile(scope(), clauses);
        if (!query) BOOST_FAIL(query.error().diagnostics.front().what.id);
        Evaluator evaluator(*query, parameters(), paris());
        Selector selector(evaluator, claim_schema()->find("number").value(), key);
        for (std::size_t start = 0; start < claims.size(); start += batch_size) {
            const std::size_t end = std::min(claims.size(), start + batch_size);
            const auto first = claims.begin() + static_cast<std::ptrdiff_t>(start);
            const auto last = claims.begin() + static_cast<std::ptrdiff_t>(end);
            const auto rows = batch(claim_schema(), {first, last});
            for (std::size_t row = 0; row < rows->rows; ++row)
                selector.add(rows, row, start + row >= earlier);
        }
        return selector.finish();
    }

    std::vector<Standing> standings() const {
        std::vector<Standing> standings;
        for (const Choice& choice : select().choices) standings.push_back(choice.standing);
        return standings;
    }
};

constexpr Standing selected = Standing::selected, not_selected = Standing::not_selected,
                   not_checked = Standing::not_checked, error = Standing::error;

void expect(const Example& example, const std::vector<Standing>& expected) {
    BOOST_TEST(example.standings() == expected, boost::test_tools::per_element());
}

std::vector<std::string> texts(const std::vector<column::Scalar>& values) {
    std::vector<std::string> texts;
    for (const column::Scalar& value : values) texts.push_back(column::plain_text(value));
    return texts;
}

Clauses twice(const std::string& by = "handler, paid_on, amount") {
    return {.group = Clause{by}, .having = Clause{"count() > 1"}};
}

Clauses window(const std::string& text, const std::string& having) {
    return {.windows = {{"value", {text}}}, .having = Clause{having}};
}

const std::string spent_in_30_days = "sum(amount) over 30 days by handler ordered by paid_on";

// What each record that is not checked lacks, joined by semicolons; nothing of the others.
std::vector<std::string> lacks(const Example& example) {
    std::vector<std::string> lacks;
    for (const Choice& choice : example.select().choices) {
        BOOST_TEST(((choice.standing == not_checked) == (choice.lacking != nullptr)));
        lacks.push_back(choice.lacking ? fmt::format("{}", fmt::join(*choice.lacking, "; ")) : "");
    }
    return lacks;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(selection)

BOOST_AUTO_TEST_CASE(without_groups_it_selects_what_where_keeps) {
    expect({{.where = Clause{"amount > 1 EUR"}},
            {paid("1", "A", "2026-07-01", 200),
             paid("2", "A", "2026-07-01", 100),
             {{"number", std::string("3")}}}},
           {selected, not_selected, not_checked});
}

BOOST_AUTO_TEST_CASE(a_group_of_equal_keys_is_one_candidate_with_its_records_sorted_by_key) {
    const Example example{twice(),
                          {paid("9", "A", "2026-07-01", 100), paid("2", "B", "2026-07-01", 100),
                           paid("1", "A", "2026-07-01", 100), paid("3", "A", "2026-07-02", 100)}};
    expect(example, {selected, not_selected, selected, not_selected});
    const Selection selection = example.select();
    BOOST_REQUIRE(selection.groups.size() == 1U);
    const Group& group = selection.groups.front();
    const std::vector<std::string> keys{"A", "2026-07-01", "1.00 EUR"};
    BOOST_TEST(texts(group.keys) == keys, boost::test_tools::per_element());
    const std::vector<std::string> aggregates{"2"};
    BOOST_TEST(texts(group.aggregates) == aggregates, boost::test_tools::per_element());
    const std::vector<std::size_t> members{2, 0};
    BOOST_TEST(group.members == members, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_missing_group_key_makes_the_record_not_checked_and_leaves_it_out) {
    expect(
        {twice("handler"),
         {paid("1", "A", "2026-07-01", 1), {{"number", std::string("2")}}, {{"number", std::string("3")}}}},
        {not_selected, not_checked, not_checked});
}

BOOST_AUTO_TEST_CASE(a_record_whose_where_is_unknown_is_outside_groups) {
    Clauses clauses = twice("handler");
    clauses.where = Clause{"visits > 1"};
    Values one = paid("1", "A", "2026-07-01", 1);
    one.emplace_back("visits", std::int64_t{2});
    expect({clauses, {one, paid("2", "A", "2026-07-01", 1)}}, {not_selected, not_checked});
}

BOOST_AUTO_TEST_CASE(an_aggregate_over_a_missing_value_is_missing) {
    const Clauses sum{.group = Clause{"handler"}, .having = Clause{"sum(amount) > 1 EUR"}};
    const Values without{{"number", std::string("2")}, {"handler", std::string("A")}};
    expect({sum, {paid("1", "A", "2026-07-01", 500), without, paid("3", "B", "2026-07-01", 500)}},
           {not_checked, not_checked, selected});
    const Clauses count{.group = Clause{"handler"}, .having = Clause{"count() = 2"}};
    expect({count, {paid("1", "A", "2026-07-01", 500), without}}, {selected, selected});
}

BOOST_AUTO_TEST_CASE(the_aggregates_are_those_of_arithmetic) {
    const Clauses clauses{
        .group = Clause{"handler"},
        .having = Clause{"sum(amount) > 0 EUR and min(amount) < max(amount) and mean(amount) > 0 EUR "
                         "and median(amount) > 0 EUR and count(distinct paid_on) > 0 and "
                         "mean(visits) > 0"}};
    std::vector<Values> claims{paid("1", "A", "2026-07-01", 100), paid("2", "A", "2026-07-01", 200),
                               paid("3", "A", "2026-07-02", 201), paid("4", "A", "2026-07-03", 500)};
    for (Values& claim : claims) claim.emplace_back("visits", std::int64_t{1});
    claims.back().back().second = std::int64_t{2};
    const Selection selection = Example{clauses, claims}.select();
    BOOST_REQUIRE(selection.groups.size() == 1U);
    // 10.01 / 4 = 2.5025; (2.00 + 2.01) / 2 = 2.005, half away from zero
    const std::vector<std::string> expected{"10.01 EUR", "1.00 EUR", "5.00 EUR", "2.50 EUR",
                                            "2.01 EUR",  "3",        "1.25"};
    BOOST_TEST(texts(selection.groups.front().aggregates) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_mean_is_rounded_once_at_the_end) {
    // The mean of 1 and 2 cents is 1.5; rounded first, twice the mean would be 4.
    const Clauses clauses{.group = Clause{"handler"}, .having = Clause{"mean(amount) * 2 = 0.03 EUR"}};
    expect({clauses, {paid("1", "A", "2026-07-01", 1), paid("2", "A", "2026-07-01", 2)}},
           {selected, selected});
}

BOOST_AUTO_TEST_CASE(a_sum_of_money_beyond_its_range_is_an_error) {
    const Clauses clauses{.group = Clause{"handler"}, .having = Clause{"sum(amount) > 1 EUR"}};
    constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
    const Example example{clauses, {paid("1", "A", "2026-07-01", greatest), paid("2", "A", "2026-07-01", 1)}};
    expect(example, {error, error});
    BOOST_TEST(example.select().choices.front().fault->what.id == "expression.overflow");
}

BOOST_AUTO_TEST_CASE(a_group_needs_one_record_inside_the_period) {
    const std::vector<Values> claims{paid("1", "A", "2025-07-01", 100), paid("2", "B", "2025-07-01", 100),
                                     paid("3", "B", "2025-07-01", 100), paid("4", "A", "2025-07-01", 100)};
    const Example example{twice(), claims, 3};
    expect(example, {not_selected, not_selected, not_selected, selected});
    BOOST_REQUIRE(example.select().groups.size() == 1U);
    BOOST_TEST(example.select().groups.front().members.size() == 2U);
}

BOOST_AUTO_TEST_CASE(thirty_days_ending_on_a_date_begin_twenty_nine_days_before) {
    const Clauses clauses = window(spent_in_30_days, "value > 2 EUR");
    expect({clauses, {paid("1", "A", "2026-07-01", 150), paid("2", "A", "2026-07-30", 100)}},
           {not_selected, selected});
    expect({clauses, {paid("1", "A", "2026-07-01", 150), paid("2", "A", "2026-07-31", 100)}},
           {not_selected, not_selected});
}

BOOST_AUTO_TEST_CASE(records_of_the_same_date_are_in_the_window_whatever_their_order) {
    expect({window(spent_in_30_days, "value = 2 EUR"),
            {paid("1", "A", "2026-07-01", 100), paid("2", "A", "2026-07-01", 100)}},
           {selected, selected});
}

BOOST_AUTO_TEST_CASE(a_window_holds_only_records_of_its_key_that_where_keeps) {
    Clauses clauses = window(spent_in_30_days, "value > 2 EUR");
    clauses.where = Clause{"amount < 5 EUR"};
    expect({clauses,
            {paid("1", "A", "2026-07-01", 150), paid("2", "B", "2026-07-01", 150),
             paid("3", "A", "2026-07-01", 900)}},
           {not_selected, not_selected, not_selected});
}

BOOST_AUTO_TEST_CASE(a_record_without_key_or_date_is_not_checked_and_outside_windows) {
    expect({window("count() over 30 days by handler ordered by paid_on", "value > 1"),
            {paid("1", "A", "2026-07-01", 1),
             {{"number", std::string("2")}, {"handler", std::string("A")}},
             {{"number", std::string("3")}, {"paid_on", day("2026-07-01")}}}},
           {not_selected, not_checked, not_checked});
}

BOOST_AUTO_TEST_CASE(earlier_records_take_part_in_windows_and_are_not_flagged) {
    const std::vector<Values> claims{paid("1", "A", "2026-06-20", 150), paid("2", "A", "2026-06-21", 150),
                                     paid("3", "A", "2026-07-01", 100)};
    expect({window(spent_in_30_days, "value > 2 EUR"), claims, 2}, {not_selected, not_selected, selected});
}

BOOST_AUTO_TEST_CASE(several_windows_are_compared_with_each_other_and_with_fields) {
    const Clauses clauses{.windows = {{"week", {"count() over 7 days by handler ordered by paid_on"}},
                                      {"year", {"count() over 12 months by handler ordered by paid_on"}}},
                          .having = Clause{"week = year and amount > 1 EUR"}};
    expect({clauses,
            {paid("1", "A", "2026-01-01", 200), paid("2", "A", "2026-07-01", 200),
             paid("3", "B", "2026-07-01", 200), paid("4", "C", "2026-07-01", 100)}},
           {selected, not_selected, selected, not_selected});
}

BOOST_AUTO_TEST_CASE(a_sample_takes_of_each_stratum_its_share_and_at_least_one) {
    std::vector<Values> claims;
    for (int i = 0; i < 150; ++i) claims.push_back(paid(fmt::format("A{}", i), "A", "2026-07-01", 1));
    for (int i = 0; i < 3; ++i) claims.push_back(paid(fmt::format("B{}", i), "B", "2026-07-01", 1));
    const Example example{{.sample = SampleClause{Decimal{2, 2}, {}, Clause{"handler"}, {}}}, claims};
    const Selection selection = example.select();
    BOOST_REQUIRE(selection.strata.size() == 2U);
    BOOST_TEST(selection.strata[0].population == 150);
    BOOST_TEST(selection.strata[0].size == 3);
    BOOST_TEST(selection.strata[1].population == 3);
    BOOST_TEST(selection.strata[1].size == 1);
    BOOST_TEST(selection.count(Standing::selected) == 4);
    const Example sized{{.sample = SampleClause{{}, 5, Clause{"handler"}, {}}}, claims};
    BOOST_TEST(sized.select().count(Standing::selected) == 8);
}

BOOST_AUTO_TEST_CASE(another_seed_draws_another_sample) {
    std::vector<Values> claims;
    for (int i = 0; i < 50; ++i) claims.push_back(paid(fmt::format("A{}", i), "A", "2026-07-01", 1));
    const Example example{{.sample = SampleClause{{}, 10, {}, {}}}, claims};
    const auto drawn = [&](const HashKey& key) {
        std::vector<bool> taken;
        for (const Choice& choice : example.select(100, key).choices)
            taken.push_back(choice.standing == Standing::selected);
        return taken;
    };
    BOOST_CHECK(drawn(seed) == drawn(seed));
    BOOST_CHECK(drawn(seed) != drawn(HashKey{9}));
}

BOOST_AUTO_TEST_CASE(a_missing_stratum_makes_the_record_not_checked) {
    expect({{.sample = SampleClause{Decimal{1, 0}, {}, Clause{"handler"}, {}}},
            {paid("1", "A", "2026-07-01", 1), {{"number", std::string("2")}}}},
           {selected, not_checked});
}

BOOST_AUTO_TEST_CASE(groups_are_sampled_as_wholes) {
    std::vector<Values> claims;
    for (int i = 0; i < 10; ++i) {
        claims.push_back(paid(fmt::format("{}a", i), fmt::format("H{}", i), "2026-07-01", 1));
        claims.push_back(paid(fmt::format("{}b", i), fmt::format("H{}", i), "2026-07-01", 1));
    }
    Clauses clauses = twice();
    clauses.sample = SampleClause{{}, 3, {}, {}};
    const Selection selection = Example{clauses, claims}.select();
    BOOST_TEST(selection.groups.size() == 3U);
    BOOST_TEST(selection.count(Standing::selected) == 6);
}

BOOST_AUTO_TEST_CASE(what_is_not_checked_names_the_values_that_decide_and_are_missing) {
    const Clauses clauses{
        .where = Clause{"paid_on is missing and (amount > refund or visits > 2) and not (handler = 'A')"}};
    const Values settled{{"number", std::string("3")}, {"amount", euros(2)}, {"refund", euros(1)}};
    const std::vector<std::string> expected{"amount; handler; refund; visits", "visits", "handler", "refund",
                                            ""};
    const Example example{clauses,
                          {{{"number", std::string("1")}},
                           {{"number", std::string("2")},
                            {"amount", euros(1)},
                            {"refund", euros(1)},
                            {"handler", std::string("B")}},
                           settled,
                           {{"number", std::string("5")},
                            {"amount", euros(1)},
                            {"visits", std::int64_t{1}},
                            {"handler", std::string("B")}},
                           paid("4", "B", "2026-07-01", 1)}};
    BOOST_TEST(lacks(example) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_missing_key_of_a_group_a_window_or_a_stratum_is_named) {
    const std::vector<Values> claims{{{"number", std::string("1")}, {"paid_on", day("2026-07-01")}}};
    const std::vector<std::string> expected{"handler"};
    BOOST_TEST(lacks({twice("handler"), claims}) == expected, boost::test_tools::per_element());
    BOOST_TEST(lacks({window("count() over 30 days by handler ordered by paid_on", "value > 1"), claims}) ==
                   expected,
               boost::test_tools::per_element());
    BOOST_TEST(
        lacks({{.sample = SampleClause{Decimal{1, 0}, {}, Clause{"handler"}, {}}}, claims}) == expected,
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_value_that_another_record_lacks_is_named_with_its_key) {
    const Values without{
        {"number", std::string("2")}, {"handler", std::string("A")}, {"paid_on", day("2026-07-02")}};
    const std::vector<Values> claims{paid("1", "A", "2026-07-01", 500), without,
                                     paid("3", "B", "2026-07-01", 500)};
    const Clauses sum{.group = Clause{"handler"},
                      .having = Clause{"sum(amount) > 1 EUR and max(amount) > 1 EUR"}};
    const std::vector<std::string> of_group{"2: amount", "2: amount", ""};
    BOOST_TEST(lacks({sum, claims}) == of_group, boost::test_tools::per_element());
    const std::vector<std::string> of_window{"", "2: amount", ""};
    BOOST_TEST(lacks({window(spent_in_30_days, "value > 1 EUR"), claims}) == of_window,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(neither_the_order_of_records_nor_their_batches_change_anything) {
    const std::vector<Clauses> queries{twice("handler"),
                                       window(spent_in_30_days, "value > 0.05 EUR"),
                                       {.sample = SampleClause{Decimal{3, 1}, {}, Clause{"handler"}, {}}},
                                       {.group = Clause{"handler, paid_on"},
                                        .having = Clause{"sum(amount) > 0.03 EUR"},
                                        .sample = SampleClause{{}, 2, {}, {}}}};
    BOOST_TEST(rc::check("the same records are selected", [&] {
        const Clauses clauses = *rc::gen::elementOf(queries);
        std::vector<std::pair<int, Values>> claims;
        for (int i = 0, count = *rc::gen::inRange(1, 30); i < count; ++i) {
            Values claim{{"number", std::to_string(i)}};
            if (*rc::gen::inRange(0, 9) > 0)
                claim.emplace_back("handler", std::to_string(*rc::gen::inRange(0, 4)));
            if (*rc::gen::inRange(0, 9) > 0) claim.emplace_back("amount", euros(*rc::gen::inRange(0, 5)));
            const int date = *rc::gen::inRange(1, 60);
            claim.emplace_back("paid_on",
                               Date{std::chrono::sys_days{day("2026-07-01")} + std::chrono::days{date}});
            claims.emplace_back(i, claim);
        }
        const auto outcome = [&](std::size_t batch_size) {
            Example example{clauses, {}};
            for (const auto& [number, claim] : claims) example.claims.push_back(claim);
            const Selection selection = example.select(batch_size);
            std::map<int, Standing> standings;
            for (std::size_t i = 0; i < claims.size(); ++i)
                standings[claims[i].first] = selection.choices[i].standing;
            std::vector<std::vector<std::string>> groups;
            for (const Group& group : selection.groups) groups.push_back(texts(group.keys));
            return std::pair(standings, groups);
        };
        const auto before = outcome(100);
        std::ranges::rotate(claims,
                            claims.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(claims)));
        if (*rc::gen::arbitrary<bool>()) std::ranges::reverse(claims);
        RC_ASSERT(outcome(*rc::gen::inRange<std::size_t>(1, 10)) == before);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
