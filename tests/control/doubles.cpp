// SPDX-License-Identifier: Apache-2.0
#include "control/doubles.h"

#include <set>

#include <fmt/ranges.h>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "control/likeness.h"
#include "control/population_example.h"

using namespace cadran;
using namespace cadran::control;

namespace {

const Nearness close_days{Invoices::day, {3, 0}};
const Nearness close_amounts{Invoices::amount, {5, 2}};

// `0 2, 3 4`
std::string groups(const std::vector<Invoice>& invoices, const DoubleSearch& search) {
    const Invoices example(invoices);
    const auto found = doubles_of(example.population, search);
    if (!found) return "too many";
    std::string text;
    for (const auto& group : found->groups)
        text += fmt::format("{}{}", text.empty() ? "" : ", ", fmt::join(group, " "));
    return text;
}

// Every pair compared.
std::vector<std::vector<std::size_t>> plain_groups(const Population& population, const DoubleSearch& search) {
    const Likeness likeness(population, search);
    std::set<std::size_t> grouped;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < population.size(); ++i) {
        if (!likeness.is_complete(i) || grouped.contains(i)) continue;
        std::vector<std::size_t> group{i};
        for (std::size_t j = 0; j < population.size(); ++j) {
            if (j != i && likeness.is_complete(j) && likeness.is_like(i, j)) group.push_back(j);
        }
        if (group.size() == 1) continue;
        grouped.insert(group.begin(), group.end());
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(doubles)

BOOST_AUTO_TEST_CASE(have_equal_fields) {
    BOOST_TEST(groups({{"A", "M1"}, {"B", "M2"}, {"C", "M1"}, {"D", "M1", 9}},
                      {.same = {Invoices::member, Invoices::amount}}) == "0 2");
}

BOOST_AUTO_TEST_CASE(are_near_in_time_and_amount) {
    const std::vector<Invoice> invoices{{"A", "M1", 10'000, "2026-07-01"},
                                        {"B", "M1", 10'400, "2026-07-04"},
                                        {"C", "M1", 10'000, "2026-07-09"},
                                        {"D", "M2", 10'000, "2026-07-01"},
                                        {"E", "M1", 20'000, "2026-07-01"}};
    BOOST_TEST(groups(invoices, {.same = {Invoices::member}, .near = {close_days, close_amounts}}) == "0 1");
    BOOST_TEST(groups(invoices, {.same = {Invoices::member}, .near = {close_days}}) == "0 1 4");
}

// 5 % of the greater one: 95 and 100, not 94.99 and 100.
BOOST_AUTO_TEST_CASE(differ_at_most_by_the_share_of_the_greater_one) {
    const DoubleSearch search{.same = {}, .near = {close_amounts}};
    BOOST_TEST(groups({{"A", "M", 9'500}, {"B", "M", 10'000}}, search) == "0 1");
    BOOST_TEST(groups({{"A", "M", 9'499}, {"B", "M", 10'000}}, search).empty());
    BOOST_TEST(groups({{"A", "M", -9'500}, {"B", "M", -10'000}}, search) == "0 1");
    BOOST_TEST(groups({{"A", "M", -1}, {"B", "M", 1}}, search).empty());
}

BOOST_AUTO_TEST_CASE(have_one_wrong_or_two_swapped_digits) {
    BOOST_TEST(are_alike("2026-0417", "2026-0471"));
    BOOST_TEST(are_alike("2026-0417", "2026-0917"));
    BOOST_TEST(are_alike("2026-0417", "2026-0417"));
    BOOST_TEST(!are_alike("2026-0417", "2026-4017-"));
    BOOST_TEST(!are_alike("2026-0417", "2026-1470"));
    BOOST_TEST(!are_alike("12", "23"));
    BOOST_TEST(!are_alike("A12", "B12"));
    BOOST_TEST(!are_alike("1A2", "A12"));
    BOOST_TEST(groups({{"F417"}, {"F999"}, {"F471"}, {"F479"}}, {.same = {}, .digits = {Invoices::number}}) ==
               "0 2, 3 2");
}

// Each is near the next, the last is not near the first.
BOOST_AUTO_TEST_CASE(do_not_chain_into_one_group) {
    std::vector<Invoice> invoices;
    for (int i = 0; i < 6; ++i) invoices.push_back({"A", "M1", 10'000 + i * 400});
    BOOST_TEST(groups(invoices, {.same = {}, .near = {close_amounts}}) == "0 1, 2 1 3, 4 3 5");
    for (int i = 6; i < 100; ++i) invoices.push_back({"A", "M1", 10'000 + i * 400});
    const Invoices example(invoices);
    const auto found = doubles_of(example.population, {.same = {}, .near = {close_amounts}});
    for (const auto& group : found->groups) {
        for (const std::size_t place : group) {
            const std::int64_t one = *invoices[group.front()].cents, other = *invoices[place].cents;
            BOOST_TEST(std::abs(one - other) * 20 <= std::max(one, other));
        }
    }
}

BOOST_AUTO_TEST_CASE(are_not_seen_where_a_field_is_missing) {
    const Invoices example({{"A", "M1", std::nullopt}, {"B", "M1", std::nullopt}, {"C", "M1"}});
    const auto found = doubles_of(example.population, {.same = {Invoices::member, Invoices::amount}});
    BOOST_TEST(found->groups.empty());
    BOOST_TEST(found->not_compared == 2);
}

BOOST_AUTO_TEST_CASE(are_those_that_comparing_every_pair_finds) {
    const bool held = rc::check([] {
        const auto digit = [] { return *rc::gen::inRange(1, 4); };
        std::vector<Invoice> invoices;
        const int count = *rc::gen::inRange(0, 25);
        for (int i = 0; i < count; ++i) {
            Invoice one{fmt::format("{}{}{}", digit(), digit(), digit()), fmt::format("M{}", digit() % 2),
                        *rc::gen::inRange(-110, 110), fmt::format("2026-07-{:02}", *rc::gen::inRange(1, 30))};
            if (*rc::gen::inRange(0, 10) == 0) one.cents.reset();
            invoices.push_back(one);
        }
        DoubleSearch search;
        if (*rc::gen::arbitrary<bool>()) search.same = {Invoices::member};
        if (*rc::gen::arbitrary<bool>()) search.near.push_back(close_amounts);
        if (*rc::gen::arbitrary<bool>()) search.near.push_back(close_days);
        if (*rc::gen::arbitrary<bool>()) search.digits = {Invoices::number};
        const Invoices example(invoices);
        const auto found = doubles_of(example.population, search);
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->groups == plain_groups(example.population, search));
    });
    BOOST_TEST(held);
}

// Near each other in amount and not in time: more pairs than anybody waits for.
BOOST_AUTO_TEST_CASE(are_not_looked_for_by_comparing_everything_with_everything) {
    std::vector<Invoice> invoices;
    for (int i = 0; i < 1'100; ++i) {
        const auto day =
            std::chrono::sys_days{Date{std::chrono::year{2000} / 1 / 1}} + std::chrono::days{4 * i};
        invoices.push_back({std::to_string(i), "M", 1'000'000 + i, iso_text(Date{day})});
    }
    DoubleSearch search{.same = {Invoices::member}, .near = {close_amounts, close_days}};
    BOOST_TEST(groups(invoices, search).empty());
    search.patience = 0;
    BOOST_TEST(groups(invoices, search) == "too many");
    BOOST_TEST(groups(invoices, {.same = {Invoices::member, Invoices::amount}}).empty());
    // All like the first one: each is compared once.
    search.near = {close_amounts};
    BOOST_TEST(groups(invoices, search).starts_with("0 1 2 3 "));
}

BOOST_AUTO_TEST_SUITE_END()
