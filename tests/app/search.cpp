// SPDX-License-Identifier: Apache-2.0
#include "app/search.h"

#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/journal.h"
#include "app/plugin.h"
#include "app/process.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct July : SampleWorkspace {
    July() { play_july(); }

    // `process: pay-benefits; action: 1, 2`
    std::string found(const std::string& account, const std::string& words) {
        Session session = as(account);
        const auto groups = search(session, words);
        if (!groups) return told(groups);
        static constexpr std::array names{"finding", "action",        "process", "indicator", "control",
                                          "risk",    "nonconformity", "audit",   "account"};
        std::string text;
        for (const SearchGroup& group : *groups) {
            text +=
                fmt::format("{}{}:", text.empty() ? "" : "; ", names[static_cast<std::size_t>(group.kind)]);
            for (const SearchHit& hit : group.hits) text += " " + hit.id;
        }
        return text;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(searching, July)

BOOST_AUTO_TEST_CASE(finds_a_file_by_the_key_of_its_record_however_it_is_typed) {
    const std::string file = "finding: " + model::finding_id(control_name, {{"claim", "P3"}});
    BOOST_TEST(found("luc.moreau", "P3") == file);
    BOOST_TEST(found("luc.moreau", " p3 ") == file);
    BOOST_TEST(found("luc.moreau", model::finding_id(control_name, {{"claim", "P3"}})) == file);
    BOOST_TEST(found("luc.moreau", "P33") == "");
}

BOOST_AUTO_TEST_CASE(finds_words_without_their_accents_and_capitals_all_of_them) {
    Session hugo = as("hugo.lemaire");
    ProposeAction command;
    command.process = process_name;
    command.text = "Relire l’échéancier des Pièces";
    BOOST_REQUIRE(propose_action(hugo, command));
    BOOST_TEST(found("claire.vasseur", "ECHEANCIER pieces") == "action: 1");
    BOOST_TEST(found("claire.vasseur", "echeancier devis") == "");
}

BOOST_AUTO_TEST_CASE(leaves_to_each_person_what_they_may_see) {
    Session hugo = as("hugo.lemaire");
    ProposeAction command;
    command.process = process_name;
    command.text = "Relire la liste";
    BOOST_REQUIRE(propose_action(hugo, command));
    BOOST_TEST(found("luc.moreau", "relire") == "action: 1");
    BOOST_TEST(found("malik.dahmani", "relire") == "");
    BOOST_TEST(found("admin", "vasseur") == "account: claire.vasseur");
    BOOST_TEST(found("luc.moreau", "vasseur") == "");
    BOOST_TEST(found("lea.marchand", "pay-benefits") == "");
    BOOST_TEST(found("malik.dahmani", "P3") == "");
}

BOOST_AUTO_TEST_CASE(tells_nobody_but_the_confidant_of_what_is_kept_for_them) {
    Session malik = as("malik.dahmani"), sophie = as("sophie.garnier");
    edit_draft("processes/pay-benefits.xml", "  </controls>",
               "<control use=\"fraud/staff-account\" frequency=\"monthly\" by=\"tracfin-correspondent\">"
               "<covers risk=\"undue-payment\"/><proof><fr>x</fr><en>x</en></proof></control></controls>");
    BOOST_REQUIRE_EQUAL(told(draft_plugin(malik, "fraud")), "done");
    BOOST_REQUIRE_EQUAL(told(accept_plugin(sophie, {"fraud", day("2026-07-01"), "test"})), "done");
    Session claire = as("claire.vasseur");
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-07-01"), "test"})), "done");
    import("staff", "staff.csv", "code;since;team;iban\nH03;01/09/2020;Nord;" + july_ibans.front() + "\n");
    import("benefit", "benefits.csv",
           "number;member;beneficiary;provider;act;invoice;amount;paid_on;handler;iban\n"
           "B7;A;A-1;PS;optical;F-7;50,00;10/07/2026;H01;" +
               july_ibans.front() + "\n");
    run();
    model::Account elise{"elise.roussel", "Élise Roussel", {model::Role::tracfin_correspondent}, {}, "", 1};
    Session confidant = as(elise);
    const std::int64_t before = journal_number();
    for (const char* other : {"luc.moreau", "sophie.garnier", "claire.vasseur", "admin"})
        BOOST_TEST(found(other, "B7") == "", other);
    BOOST_TEST(journal_number() == before);
    const auto groups = search(confidant, "B7");
    BOOST_REQUIRE_EQUAL(told(groups), "done");
    BOOST_REQUIRE(groups->size() == 1u);
    BOOST_TEST((groups->front().kind == SearchKind::finding));
    BOOST_TEST(journal_number() > before);
    // Nor is it found in the journal by its name.
    const SearchJournal by_name{.subject = "finding/" + groups->front().hits.front().id};
    BOOST_TEST(search_journal(sophie, by_name)->all == 0);
    BOOST_TEST(search_journal(confidant, by_name)->all > 0);
}

BOOST_AUTO_TEST_CASE(asks_for_a_word) {
    BOOST_TEST(found("luc.moreau", " - ") == "invalid: app.search_too_short");
    BOOST_TEST(found("luc.moreau", "x") == "invalid: app.search_too_short");
    BOOST_TEST(found("luc.moreau", std::string(300, 'x')) == "invalid: app.search_too_long");
}

BOOST_AUTO_TEST_SUITE_END()
