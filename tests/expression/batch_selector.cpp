// SPDX-License-Identifier: Apache-2.0
#include "expression/batch_selector.h"

#include <limits>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "expression/example.h"
#include "expression/partition.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

namespace {

using Batches = std::vector<std::shared_ptr<const column::RecordBatch>>;
using Parts = std::vector<std::vector<Part>>;  // by batch and row

constexpr HashKey seed{1, 2, 3};
const std::size_t key = claim_schema()->find("number").value();

template <typename Item>
Item any(std::vector<Item> items) {
    return *rc::gen::elementOf(items);
}

// What becomes of one record, for comparison.
std::string text_of(const Choice& choice) {
    std::string text = std::to_string(static_cast<int>(choice.standing));
    if (choice.fault) text += " " + choice.fault->what.id;
    for (const column::Scalar& value : choice.further) text += " " + column::plain_text(value);
    if (choice.lacking) {
        for (const std::string& name : *choice.lacking) text += " " + name;
    }
    return text;
}

std::string text_of(const std::vector<column::Scalar>& values) {
    std::string text;
    for (const column::Scalar& value : values) text += column::plain_text(value) + "|";
    return text;
}

// A selection, record by record in the order in which they were added, then its groups and strata.
std::vector<std::string> told(const Selection& selection, const std::vector<Choice>& choices,
                              const std::vector<std::size_t>& numbers) {
    std::vector<std::string> told;
    for (const Choice& choice : choices) told.push_back(text_of(choice));
    for (const Group& group : selection.groups) {
        std::string text = text_of(group.keys) + text_of(group.aggregates);
        for (const std::size_t member : group.members) text += std::to_string(numbers[member]) + " ";
        told.push_back(text);
    }
    for (const Stratum& stratum : selection.strata)
        told.push_back(text_of(stratum.keys) + std::to_string(stratum.size) + " of " +
                       std::to_string(stratum.population));
    return told;
}

std::vector<std::string> plainly(const Query& query, const Batches& batches, const Parts& parts) {
    Evaluator evaluator(query, parameters(), paris());
    Selector selector(evaluator, key, seed);
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        for (std::size_t row = 0; row < batches[i]->rows; ++row) {
            if (parts[i][row] == Part::none) continue;
            numbers.push_back(numbers.size());
            selector.add(batches[i], row, parts[i][row] == Part::in_the_period);
        }
    }
    const Selection selection = selector.finish();
    return told(selection, selection.choices, numbers);
}

// Told by place; those that were not looked at closely are not selected.
std::vector<std::string> told(const Selected& selected, const Batches& batches, const Parts& parts) {
    std::map<std::pair<const column::RecordBatch*, std::size_t>, std::size_t> number_of;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        for (std::size_t row = 0; row < batches[i]->rows; ++row) {
            if (parts[i][row] != Part::none)
                number_of.emplace(std::pair(batches[i].get(), row), number_of.size());
        }
    }
    std::vector<Choice> choices(number_of.size());
    std::vector<std::size_t> numbers;
    selected.for_each([&](std::size_t i, const Choice& choice) {
        const auto& [batch, row] = selected.records[i];
        numbers.push_back(number_of.at({batch.get(), row}));
        choices[numbers.back()] = choice;
    });
    return told(selected.selection, choices, numbers);
}

std::vector<std::string> by_batch(const Query& query, const Batches& batches, const Parts& parts) {
    BatchSelector selector(Evaluator(query, parameters(), paris()), key, seed);
    for (std::size_t i = 0; i < batches.size(); ++i) selector.add(batches[i], parts[i]);
    return told(selector.finish(), batches, parts);
}

// What is told where records that are not checked are but counted, as if nobody had told of them; then their
// number.
std::vector<std::string> counting(std::vector<std::string> told, std::int64_t unchecked = 0) {
    for (std::string& text : told) {
        const std::string standing = std::to_string(static_cast<int>(Standing::not_checked));
        if (text != standing && !text.starts_with(standing + " ")) continue;
        text = std::to_string(static_cast<int>(Standing::not_selected));
        ++unchecked;
    }
    told.push_back(std::to_string(unchecked));
    return told;
}

std::vector<std::string> by_batch_counting(const Query& query, const Batches& batches, const Parts& parts) {
    BatchSelector selector(Evaluator(query, parameters(), paris()), key, seed, Unchecked::counted);
    for (std::size_t i = 0; i < batches.size(); ++i) selector.add(batches[i], parts[i]);
    const Selected selected = selector.finish();
    return counting(told(selected, batches, parts), selected.unchecked);
}

// As by threads that each look at some of the batches, in any order.
std::vector<std::string> by_sieves(const Query& query, const Batches& batches, const Parts& parts) {
    const Evaluator evaluator(query, parameters(), paris());
    std::vector<BatchSieve> sieves;
    for (int i = 0; i < 3; ++i) sieves.emplace_back(evaluator, key, seed);
    JoinLookups lookups;
    for (std::size_t i = batches.size(); i-- > 0;) {
        lookups.stand_before(*batches[i]);
        BatchSieve& sieve = sieves[*rc::gen::inRange<std::size_t>(0, sieves.size())];
        sieve.add(static_cast<std::uint32_t>(i), *batches[i], parts[i], lookups);
    }
    auto chosen = BatchSieve::choose(sieves);
    if (!chosen) return {"cannot tell"};
    std::vector<RecordPlace> records;
    for (const RowPlace& place : chosen->places) records.emplace_back(batches[place.batch], place.row);
    return told(sieves.back().select(std::move(*chosen), std::move(records)), batches, parts);
}

// One share of the records after the other; what is said of each is put together in the order of places, of
// groups and of strata.
std::vector<std::string> by_shares(const Query& query, const Batches& batches, const Parts& parts,
                                   std::uint64_t shares) {
    const Evaluator evaluator(query, parameters(), paris());
    const Partition partition(query);
    Selected all;
    std::vector<BatchSieve> sieves;
    sieves.emplace_back(evaluator, key, seed);
    for (const Share share : Share().divided(shares)) {
        sieves.front().start_over(*rc::gen::arbitrary<bool>());
        JoinLookups lookups;
        for (std::size_t i = 0; i < batches.size(); ++i) {
            std::vector<std::uint8_t> counts(batches[i]->rows, 1);
            partition.keep(share, static_cast<std::uint32_t>(i), *batches[i], counts);
            const auto is_one = [](std::uint8_t count) { return count != 0; };
            if (partition.leaves_out(share, static_cast<std::uint32_t>(i)))
                RC_ASSERT(std::ranges::none_of(counts, is_one));
            std::vector<Part> own = parts[i];
            for (std::size_t row = 0; row < own.size(); ++row) {
                if (counts[row] == 0) own[row] = Part::none;
            }
            lookups.stand_before(*batches[i]);
            sieves.front().add(static_cast<std::uint32_t>(i), *batches[i], own, lookups);
        }
        auto chosen = BatchSieve::choose(sieves);
        if (!chosen) return {"cannot tell"};
        std::vector<RecordPlace> records;
        for (const RowPlace& place : chosen->places) records.emplace_back(batches[place.batch], place.row);
        Selected selected = sieves.front().select(std::move(*chosen), std::move(records));
        const std::size_t before = all.records.size();
        selected.for_each(
            [&](std::size_t, const Choice& choice) { all.selection.choices.push_back(choice); });
        std::ranges::move(selected.records, std::back_inserter(all.records));
        std::ranges::move(selected.selection.strata, std::back_inserter(all.selection.strata));
        for (Group& group : selected.selection.groups) {
            for (std::size_t& member : group.members) member += before;
            all.selection.groups.push_back(std::move(group));
        }
    }
    std::ranges::sort(all.selection.groups, {}, [](const Group& group) { return order_of(group.keys); });
    sort_by_keys(all.selection.strata);
    return told(all, batches, parts);
}

std::optional<Clause> any_where() {
    const auto where = any<std::string>({"", "amount > 0.01 EUR", "visits < 3", "not act = 'pharmacy'",
                                         "visits * visits * visits > 2", "handler is not missing"});
    if (where.empty()) return {};
    return Clause{where};
}

Clauses any_clauses() {
    Clauses clauses{.where = any_where()};
    const auto by = any<std::string>({"handler", "act, handler", "visits, paid_on", "rate, iban"});
    switch (any<int>({0, 1, 1, 2, 3, 3, 4, 5})) {
        case 1:
            clauses.group = Clause{by};
            clauses.having =
                Clause{any<std::string>({"count() > 1", "count() >= limit", "count() = 1", "not count() <= 1",
                                         "count() > 1 or count() = 0", "sum(amount) > 0.02 EUR",
                                         "count() > 1 and sum(amount) > 0.02 EUR", "max(visits) > 1"})};
            break;
        case 2:
            clauses.windows = {{"spent", Clause{"sum(amount) over 2 days by handler ordered by paid_on"}}};
            clauses.having = Clause{"spent > 0.03 EUR"};
            break;
        case 3:
            clauses.sample = any<int>({0, 1}) == 0 ? SampleClause{.rate = Decimal{3, 1}, .by = Clause{by}}
                                                   : SampleClause{.size = 2, .by = Clause{by}};
            break;
        case 4:
            clauses.group = Clause{by};
            clauses.sample = SampleClause{.size = 2, .by = Clause{by.substr(0, by.find(','))}};
            break;
        case 5:
            clauses.windows = {{"spent", Clause{"count() over 2 days by handler, act ordered by paid_on"}},
                               {"twice", Clause{"count() over 3 days by act ordered by paid_on"}}};
            clauses.having = Clause{"spent > 1 or twice > 2"};
            if (any<int>({0, 1}) == 0) clauses.sample = SampleClause{.size = 3, .by = Clause{by}};
            break;
        default: break;
    }
    return clauses;
}

Values any_claim(std::size_t number) {
    Values claim{{"number", fmt::format("C{}", number)}};
    const auto add = [&](const char* name, column::Scalar value) {
        if (any<int>({0, 1, 1, 1, 1, 1}) != 0) claim.emplace_back(name, std::move(value));
    };
    add("handler", any<std::string>({"H01", "H02", "X"}));
    add("act", any<std::string>({"pharmacy", "consultation"}));
    add("visits", any<std::int64_t>({0, 1, 2, 3, std::numeric_limits<std::int64_t>::max()}));
    add("amount", euros(any<std::int64_t>({0, 1, 2, 3})));
    add("rate", Decimal{any<std::int64_t>({50, 95}), 2});
    add("iban", column::Secret{any<std::uint64_t>({7, 8})});
    add("paid_on", day(any<std::string>({"2026-07-01", "2026-07-02", "2026-07-03"}).c_str()));
    return claim;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_selector)

BOOST_AUTO_TEST_CASE(selects_what_the_plain_selector_selects) {
    std::map<char, std::size_t> seen;
    std::size_t tried = 0;
    BOOST_TEST(rc::check("random queries over random batches", [&] {
        ++tried;
        const Query query = Query::compile(scope(), any_clauses()).value();
        Batches batches;
        Parts parts;
        std::size_t number = 0;
        for (int i = any<int>({1, 2, 3}); i > 0; --i) {
            std::vector<Values> claims;
            std::vector<Part> of_batch;
            for (int rows = any<int>({0, 1, 7, 20}); rows > 0; --rows) {
                claims.push_back(any_claim(++number));
                const bool looks_back = query.has_groups() || query.has_windows();
                of_batch.push_back(
                    any<Part>({Part::none, looks_back ? Part::before_the_period : Part::none,
                               Part::in_the_period, Part::in_the_period, Part::in_the_period}));
            }
            batches.push_back(batch(claim_schema(), claims));
            parts.push_back(of_batch);
        }
        const std::vector<std::string> plain = plainly(query, batches, parts);
        RC_ASSERT(by_batch(query, batches, parts) == plain);
        RC_ASSERT(by_sieves(query, batches, parts) == plain);
        RC_ASSERT(by_shares(query, batches, parts, any<std::uint64_t>({1, 2, 3, 10})) == plain);
        RC_ASSERT(by_batch_counting(query, batches, parts) == counting(plain));
        for (const std::string& text : plain) ++seen[text.front()];
    }));
    for (const Standing standing : {Standing::selected, Standing::not_checked, Standing::error})
        BOOST_TEST(20 * seen[static_cast<char>('0' + static_cast<int>(standing))] > tried);
}

BOOST_AUTO_TEST_CASE(looks_closely_at_few_records_only) {
    std::vector<Values> claims;
    for (std::size_t i = 0; i < 1000; ++i)
        claims.push_back({{"number", fmt::format("C{}", i)},
                          {"visits", static_cast<std::int64_t>(i / 2 * 2)},
                          {"handler", fmt::format("H{}", i % 997)}});
    const auto rows = batch(claim_schema(), claims);
    const auto looked_at = [&](const Clauses& clauses) {
        const Query query = Query::compile(scope(), clauses).value();
        Evaluator evaluator(query, parameters(), paris());
        BatchSelector selector(evaluator, key, seed);
        selector.add(rows, std::vector<Part>(rows->rows, Part::in_the_period));
        return selector.finish().records.size();
    };
    BOOST_TEST(looked_at({.where = Clause{"visits < 6"}}) == 6u);
    BOOST_TEST(looked_at({.group = Clause{"handler"}, .having = Clause{"count() > 1"}}) == 6u);
    BOOST_TEST(looked_at({.group = Clause{"handler"}, .having = Clause{"max(visits) > 1"}}) == 1000u);
    BOOST_TEST(looked_at({.sample = SampleClause{.rate = Decimal{2, 2}}}) == 20u);
}

BOOST_AUTO_TEST_CASE(keeps_no_record_that_is_not_checked_where_they_are_but_counted) {
    const auto rows = batch(claim_schema(), std::vector<Values>(1000, Values{{"number", "C"}}));
    for (const Clauses& clauses :
         {Clauses{.where = Clause{"amount > 0.01 EUR"}},
          Clauses{.group = Clause{"handler"}, .having = Clause{"count() > 1"}},
          Clauses{.sample = SampleClause{.rate = Decimal{2, 2}, .by = Clause{"handler"}}}}) {
        const Query query = Query::compile(scope(), clauses).value();
        BatchSelector selector(Evaluator(query, parameters(), paris()), key, seed, Unchecked::counted);
        selector.add(rows, std::vector<Part>(rows->rows, Part::in_the_period));
        const Selected selected = selector.finish();
        BOOST_TEST(selected.records.empty());
        BOOST_TEST(selected.unchecked == 1000);
    }
}

// What is let go of on the way is nothing that the sample would have taken.
BOOST_AUTO_TEST_CASE(draws_from_many_records_what_the_plain_selector_draws) {
    Batches batches;
    Parts parts;
    for (std::size_t i = 0; i < 10; ++i) {
        std::vector<Values> claims;
        for (std::size_t row = 0; row < 1000; ++row)
            claims.push_back({{"number", fmt::format("C{}", i * 1000 + row)},
                              {"handler", std::string(row % 10 == 0 ? "H01" : "H02")}});
        batches.push_back(batch(claim_schema(), claims));
        parts.emplace_back(claims.size(), Part::in_the_period);
    }
    for (const SampleClause& sample :
         {SampleClause{.rate = Decimal{2, 2}, .by = Clause{"handler"}}, SampleClause{.size = 7}}) {
        const Query query = Query::compile(scope(), Clauses{.sample = sample}).value();
        const auto plain = plainly(query, batches, parts);
        BOOST_TEST(rc::check([&] { RC_ASSERT(by_sieves(query, batches, parts) == plain); }));
    }
}

BOOST_AUTO_TEST_SUITE_END()
