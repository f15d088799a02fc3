// SPDX-License-Identifier: Apache-2.0
#include "app/decision.h"

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/journal.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using model::Verdict;

// P1 released, P2 corrected by nadia, P4 (handled by nadia) refused by luc; P3 open.
struct Example : SampleWorkspace {
    Example() {
        play_july();
        Session admin = as("admin");
        add_account(admin, {"hana.roux", "Hana Roux", {model::Role::handler}, {"H02"}, ""}).value();
    }
    Session luc = as("luc.moreau");
    Session nadia = as("nadia.belkacem");
    Session claire = as("claire.vasseur");
    Session sophie = as("sophie.garnier");

    model::FindingState state(const std::string& item) { return show_work_item(luc, item)->finding.state; }

    // What luc may not do, and that it changes nothing.
    void expect(const std::string& fault, const TakeBack& command) {
        const std::int64_t before = journal_number();
        BOOST_TEST(told(app::reopen(luc, command)) == fault);
        BOOST_TEST(journal_number() == before);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(decision, Example)

BOOST_AUTO_TEST_CASE(is_taken_back_by_one_more_decision) {
    const auto item = app::reopen(luc, {"P2", " nouvelle facture "});
    BOOST_REQUIRE(item.has_value());
    BOOST_CHECK(item->finding.state == model::FindingState::open);
    BOOST_TEST(item->decisions.size() == 2u);
    BOOST_CHECK(item->decisions.at(1).verdict == Verdict::reopened);
    BOOST_TEST(item->decisions.at(1).reason == "nouvelle facture");
    decide("luc.moreau", "P2", Verdict::refused);
    BOOST_TEST(show_work_item(luc, "P2")->decisions.size() == 3u);
    BOOST_TEST(verify_journal(sophie)->faults.empty());
}

BOOST_AUTO_TEST_CASE(is_taken_back_with_a_reason_only) {
    expect("invalid: app.reason_missing", {"P2", " "});
    expect("conflict: app.still_open", {"P3", "x"});
    expect("not found: app.no_work_item", {"P9", "x"});
}

BOOST_AUTO_TEST_CASE(taken_back_keeps_the_payment_suspended) {
    app::reopen(sophie, {"P1", "montant à revoir"}).value();
    const Release list = release_payments(luc).value();
    BOOST_TEST(list.released.find(";P1;") == std::string::npos);
    BOOST_TEST(list.suspended.find(";P1;") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(stands_once_the_payment_may_have_left) {
    release_payments(luc).value();
    expect("conflict: app.on_release_list", {"P1", "x"});
}

BOOST_AUTO_TEST_CASE(stands_while_a_nonconformity_groups_its_finding) {
    group_findings();
    expect("conflict: app.finding_grouped", {"P2", "x"});
}

BOOST_AUTO_TEST_CASE(stands_once_the_review_is_signed) {
    reach_act();
    prepare();
    hold();
    sign();
    expect("conflict: app.review_is_signed", {"P1", "x"});
}

BOOST_AUTO_TEST_CASE(is_contested_by_the_handler_and_judged_by_somebody_else) {
    Session hana = as("hana.roux");
    BOOST_TEST(told(contest(hana, {"P4", "x"})) == "refused: app.not_your_file");
    BOOST_TEST(told(contest(hana, {"P2", ""})) == "invalid: app.reason_missing");
    BOOST_REQUIRE_EQUAL(told(contest(hana, {"P2", "le devis était joint"})), "done");
    BOOST_CHECK(state("P2") == model::FindingState::open);
    BOOST_TEST(told(app::decide(nadia, {"P2", Verdict::refused, {}, false, "x"})) ==
               "refused: app.contested_against");
    BOOST_TEST(told(app::decide(luc, {"P2", Verdict::refused, {}, false, "x"})) == "done");
    BOOST_TEST(told(contest(hana, {"P2", "encore"})) == "conflict: app.contested_already");
    BOOST_TEST(verify_journal(sophie)->faults.empty());
}

BOOST_AUTO_TEST_CASE(in_ones_favour_is_not_contested) {
    Session admin = as("admin");
    add_account(admin, {"omar.said", "Omar Saïd", {model::Role::handler}, {"H01"}, ""}).value();
    Session omar = as("omar.said");
    BOOST_TEST(told(contest(omar, {"P1", "x"})) == "conflict: app.nothing_to_contest");
    BOOST_TEST(told(contest(omar, {"P3", "x"})) == "conflict: app.nothing_to_contest");
}

BOOST_AUTO_TEST_CASE(contested_and_reopened_again_keeps_the_first_judge_away) {
    Session hana = as("hana.roux");
    contest(hana, {"P2", "le devis était joint"}).value();
    decide("luc.moreau", "P2", Verdict::released);
    app::reopen(sophie, {"P2", "erreur de saisie"}).value();
    for (Session* judge : {&luc, &nadia}) {
        BOOST_TEST(told(app::decide(*judge, {"P2", Verdict::released, {}, true, ""})) ==
                   "refused: app.contested_against");
    }
}

BOOST_AUTO_TEST_CASE(of_what_is_only_flagged_confirms_or_dismisses) {
    edit_draft("plugins/claims/controls/over-threshold.lua", "effect     = \"hold\"",
               "effect     = \"flag\"");
    accept_plugin_from("2026-07-30");
    import("claim", "more.csv",
           claim_header + claim("P8", "31/07/2026", "1200,00") + claim("P9", "31/07/2026", "1300,00", "H07"));
    run();
    BOOST_TEST(told(settle_finding(luc, {"P8", Verdict::dismissed, ""})) == "invalid: app.reason_missing");
    BOOST_TEST(told(settle_finding(luc, {"P8", Verdict::dismissed, "numéro annulé"})) == "done");
    BOOST_CHECK(state("P8") == model::FindingState::dismissed);
    BOOST_TEST(told(settle_finding(nadia, {"P9", Verdict::confirmed, ""})) == "refused: app.own_file");
    BOOST_TEST(told(settle_finding(luc, {"P9", Verdict::confirmed, ""})) == "done");
    BOOST_CHECK(state("P9") == model::FindingState::confirmed);
    BOOST_TEST(told(settle_finding(luc, {"P9", Verdict::confirmed, ""})) == "conflict: app.already_decided");
    BOOST_TEST(told(settle_finding(luc, {"P3", Verdict::confirmed, ""})) == "conflict: app.file_to_decide");
    BOOST_TEST(verify_journal(sophie)->faults.empty());
}

BOOST_AUTO_TEST_SUITE_END()
