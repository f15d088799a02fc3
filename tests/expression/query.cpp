// SPDX-License-Identifier: Apache-2.0
#include "expression/query.h"

#include <boost/test/unit_test.hpp>

#include "expression/example.h"

using namespace cadran;
using namespace cadran::expression;
using namespace cadran::expression::example;

BOOST_AUTO_TEST_SUITE(query)

BOOST_AUTO_TEST_CASE(tells_its_type_its_joins_and_the_fields_it_reads) {
    const Query query =
        Query::compile(scope(), decision_join, Clause{"paid_on is missing and claim.amount > threshold"})
            .value();
    BOOST_TEST(query.from() == "claim");
    BOOST_TEST(query.joins().size() == 1U);
    BOOST_TEST(query.joins().front().alias == "check");
    BOOST_TEST(query.joins().front().type == "decision");
    const std::vector<std::string> expected{"number", "amount", "paid_on"};
    BOOST_TEST(query.fields_read() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_further_condition_tells_the_fields_of_the_record_alone) {
    const Query query = Query::compile(scope(), decision_join, {}).value();
    const Condition meets =
        query.condition({"date(check.decided_at) <= paid_on or paid_on < 2026-01-01"}).value();
    const std::vector<std::string> expected{"paid_on"};
    BOOST_TEST(meets.fields_read() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_where_every_record_is_kept) {
    const Query query = Query::compile(scope(), {}, {}).value();
    Evaluator evaluator(query, parameters(), paris());
    const auto claims = batch(claim_schema(), {Values{}});
    BOOST_REQUIRE(evaluator.go_to(*claims, 0));
    BOOST_CHECK(!query.where());
    BOOST_TEST(evaluator.where() == Truth::yes);
}

BOOST_AUTO_TEST_CASE(tells_the_faults_of_all_clauses_in_the_order_of_their_places) {
    const Joins joins{{"check", {"decisoin on key = number", {"a.lua", 3, 10}}}};
    const auto faulty = Query::compile(
        scope(), joins, Clause{"amuont > 3 and act = 'x' and check.anything = 1", {"a.lua", 4, 1}});
    BOOST_REQUIRE(!faulty);
    const Diagnostics& diagnostics = faulty.error().diagnostics;
    BOOST_REQUIRE(diagnostics.size() == 3U);
    BOOST_TEST(diagnostics[0].what.id == "expression.unknown_type");
    BOOST_TEST(diagnostics[0].place.line == 3);
    BOOST_TEST(diagnostics[1].what.id == "expression.unknown_name");
    BOOST_TEST(diagnostics[2].what.id == "expression.unknown_code");
    BOOST_TEST(diagnostics[2].place.column == 22);
}

BOOST_AUTO_TEST_CASE(an_unknown_place_stays_unknown) {
    const auto nowhere = Query::compile(scope(), {}, Clause{"\namuont = 1", {"a.lua"}});
    BOOST_TEST(nowhere.error().diagnostics.front().place.line == 0);
    const auto line_only = Query::compile(scope(), {}, Clause{"amuont = 1", {"a.lua", 7, 0}});
    BOOST_TEST(line_only.error().diagnostics.front().place.line == 7);
    BOOST_TEST(line_only.error().diagnostics.front().place.column == 0);
}

BOOST_AUTO_TEST_CASE(limits_hold_against_hostile_text) {
    const auto compiles = [](const std::string& text) {
        return Query::compile(scope(), {}, Clause{text}).has_value();
    };
    const auto repeated = [](const std::string& text, int times) {
        std::string all;
        for (int i = 0; i < times; ++i) all += text;
        return all;
    };
    const auto nested = [&](int depth) { return repeated("(", depth) + "visits = 1" + repeated(")", depth); };
    BOOST_TEST(compiles(nested(64)));
    BOOST_TEST(!compiles(nested(65)));
    BOOST_TEST(compiles(repeated("not ", 64) + "visits = 1"));
    BOOST_TEST(!compiles(repeated("not ", 65) + "visits = 1"));
    BOOST_TEST(!compiles(repeated("date(", 65)));
    BOOST_TEST(!compiles(repeated("(", 16000)));
    BOOST_TEST(compiles("visits in (" + repeated("1,", 999) + "1)"));
    BOOST_TEST(!compiles("visits in (" + repeated("1,", 1000) + "1)"));
    BOOST_TEST(compiles("visits = 1" + std::string(16384 - 10, ' ')));
    BOOST_TEST(!compiles("visits = 1" + std::string(16384 - 9, ' ')));
    BOOST_TEST(compiles("visits = 1" + repeated(" and visits = 1", 1000)));
    BOOST_TEST(!compiles("visits = '\xff'"));
    BOOST_TEST(!compiles(std::string("visits = 1\0", 11)));
}

BOOST_AUTO_TEST_SUITE_END()
