// SPDX-License-Identifier: Apache-2.0
#include "app/record_list.h"

#include <boost/test/unit_test.hpp>

#include "app/plugin.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Incidents : SampleWorkspace {
    Incidents() {
        accept_rules();
        Session malik = as("malik.dahmani"), sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(draft_plugin(malik, "incidents")), "done");
        BOOST_REQUIRE_EQUAL(told(accept_plugin(sophie, {"incidents", day("2026-07-01"), "test"})), "done");
        set_clock("2026-07-24T08:00:00Z");
        import(
            "incident", "incidents.csv",
            "number;stated_on;happened_on;declared_on;kind;service;owner;analysed_on;cause;due_on;closed_on\n"
            "I1;2026-07-20;2026-07-01;2026-07-02;outage;Prestations;;;;2026-07-10;\n"
            "I2;2026-07-20;2026-07-03;2026-07-05;payment;Paiements;;2026-07-08;Doublon;2026-07-31;2026-07-"
            "15\n");
    }

    std::string listed(const std::string& account, const std::string& where) {
        Session session = as(account);
        const auto list = list_records(session, {.type = "incident", .where = where});
        if (!list) return told(list);
        std::string text;
        for (const auto& row : list->rows) text += row.front() + " ";
        return text;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(record_list, Incidents)

BOOST_AUTO_TEST_CASE(has_the_newest_first_and_what_answers_to_the_condition_alone) {
    BOOST_TEST(listed("sophie.garnier", "") == "I2 I1 ");
    BOOST_TEST(listed("sophie.garnier", "closed_on is missing") == "I1 ");
    BOOST_TEST(listed("sophie.garnier",
                      "closed_on is missing and (due_on is missing or due_on < stated_on)") == "I1 ");
    BOOST_TEST(listed("sophie.garnier", "analysed_on is missing or cause is missing") == "I1 ");
}

BOOST_AUTO_TEST_CASE(says_codes_and_dates_in_words) {
    Session sophie = as("sophie.garnier");
    const auto list = list_records(sophie, {.type = "incident"});
    BOOST_REQUIRE_EQUAL(told(list), "done");
    const auto& row = list->rows.front();
    BOOST_TEST(list->fields.front() == "number");
    BOOST_TEST(row.size() == list->headings.size());
    BOOST_TEST((std::ranges::find(row, "05/07/2026") != row.end()));
    BOOST_TEST((std::ranges::find(row, "paiement erroné en nombre") != row.end()));
}

BOOST_AUTO_TEST_CASE(is_for_who_may_analyse_records) {
    BOOST_TEST(listed("claire.vasseur", "").starts_with("refused"));
    BOOST_TEST(listed("lea.marchand", "").starts_with("refused"));
}

BOOST_AUTO_TEST_SUITE_END()
