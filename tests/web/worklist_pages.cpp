// SPDX-License-Identifier: Apache-2.0
// A controller clears the files that wait, as the pages let them.
#include <thread>

#include <boost/test/unit_test.hpp>

#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

// Four files wait: P1 to P4, of which H07 handled P4.
struct Waiting : ServedWorkspace {
    Waiting() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims-07.csv", app::july_claims);
        run();
        visitor.join(*this, "anne.delorme", model::Role::controller);
    }

    std::string place_of(const std::string& record) {
        return "/worklist/" + model::finding_id(app::control_name, {{"claim", record}});
    }
    model::FindingState state_of(const std::string& record) {
        app::Session luc = as("luc.moreau");
        return app::show_work_item(luc, record)->finding.state;
    }

    Visitor visitor{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(worklist_pages, Waiting)

BOOST_AUTO_TEST_CASE(list_what_waits) {
    const Response page = visitor.get("/worklist");
    BOOST_TEST(page.status == 200);
    for (const std::string record : {"P1", "P2", "P3", "P4"})
        BOOST_TEST(holds(page, "href=\"" + place_of(record) + "\""), record);
    BOOST_TEST(holds(page, "4 dossiers attendent une décision"));
    BOOST_TEST(holds(visitor.get("/worklist?mine=on"), "Aucun dossier"));
    BOOST_TEST(holds(visitor.get("/worklist?control=none"), "Aucun dossier"));
}

BOOST_AUTO_TEST_CASE(show_evidence_in_words_beside_what_to_verify) {
    const Response page = visitor.get(place_of("P1"));
    BOOST_TEST(holds(page, "<dt>montant</dt><dd>2"));
    BOOST_TEST(holds(page, "role=\"radiogroup\""));
    BOOST_TEST(holds(page, "value=\"released\""));
}

BOOST_AUTO_TEST_CASE(take_a_decision_and_lead_to_the_next_file) {
    visitor.get(place_of("P1"));
    const Response answer =
        visitor.post(place_of("P1") + "/decide", {{"verdict", "released"}, {"all", "yes"}});
    BOOST_TEST(answer.status == 303);
    BOOST_TEST((state_of("P1") == model::FindingState::dismissed));
    const Response next = visitor.follow(answer);
    BOOST_TEST(holds(next, "role=\"status\""));
    BOOST_TEST(holds(next, "value=\"released\""));
}

BOOST_AUTO_TEST_CASE(show_what_is_wrong_at_the_form_with_what_was_typed) {
    visitor.get(place_of("P1"));
    const Response answer = visitor.post(place_of("P1") + "/decide",
                                         {{"verdict", "released"}, {"reason", "écrit <b>à moitié</b>"}});
    BOOST_TEST(answer.status == 422);
    BOOST_TEST(holds(answer, "role=\"alert\""));
    BOOST_TEST(holds(answer, "écrit &lt;b&gt;à moitié&lt;/b&gt;"));
    BOOST_TEST(visitor.post(place_of("P1") + "/decide", {{"verdict", "refused"}}).status == 422);
    BOOST_TEST(visitor.post(place_of("P1") + "/decide", {{"verdict", "reopened"}}).status == 422);
    BOOST_TEST((state_of("P1") == model::FindingState::open));
}

BOOST_AUTO_TEST_CASE(let_nobody_decide_twice_or_against_a_reservation) {
    decide("luc.moreau", "P1", model::Verdict::refused);
    visitor.get(place_of("P1"));
    BOOST_TEST(visitor.post(place_of("P1") + "/decide", {{"verdict", "released"}, {"all", "yes"}}).status ==
               409);
    BOOST_TEST((state_of("P1") == model::FindingState::confirmed));
    BOOST_TEST(visitor.follow(visitor.post(place_of("P2") + "/take")).status == 200);
    BOOST_TEST(holds(visitor.get("/worklist?mine=on"), "P2"));
    BOOST_TEST(visitor.follow(visitor.post(place_of("P2") + "/give-back")).status == 200);
    BOOST_TEST(!holds(visitor.get("/worklist?mine=on"), "P2"));
}

BOOST_AUTO_TEST_CASE(are_refused_to_whom_the_table_of_rights_gives_nothing) {
    Visitor auditee(site);
    auditee.join(*this, "paul.lenoir", model::Role::auditee);
    BOOST_TEST(auditee.get("/worklist").status == 403);
    BOOST_TEST(auditee.get(place_of("P1")).status == 403);
    BOOST_TEST(auditee.post(place_of("P1") + "/decide", {{"verdict", "refused"}, {"reason", "x"}}).status ==
               403);
    BOOST_TEST(!holds(auditee.get("/"), "href=\"/worklist\""));
    BOOST_TEST((state_of("P1") == model::FindingState::open));
}

BOOST_AUTO_TEST_CASE(answer_several_at_once_and_one_decision_stands) {
    std::vector<Visitor> visitors(4, Visitor(site));
    for (std::size_t i = 0; i < visitors.size(); ++i)
        visitors[i].join(*this, fmt::format("person-{}", i), model::Role::controller);
    std::vector<std::vector<int>> answers(visitors.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < visitors.size(); ++i)
        threads.emplace_back([&, i] {
            for (int round = 0; round < 5; ++round) {
                answers[i].push_back(visitors[i].get("/").status);
                answers[i].push_back(visitors[i].get("/worklist").status);
            }
            answers[i].push_back(
                visitors[i]
                    .post(place_of("P1") + "/decide", {{"verdict", "refused"}, {"reason", "x"}})
                    .status);
        });
    for (std::thread& thread : threads) thread.join();
    std::map<int, int> decided;
    for (const std::vector<int>& statuses : answers) {
        BOOST_TEST((std::ranges::count(statuses, 200) == 10));
        ++decided[statuses.back()];
    }
    BOOST_TEST(decided[303] == 1);
    BOOST_TEST(decided[409] == 3);
    BOOST_TEST(log == "");
}

BOOST_AUTO_TEST_CASE(lead_from_controls_to_what_they_found_and_settle_what_is_only_flagged) {
    edit_draft("plugins/claims/controls/over-threshold.lua", "effect     = \"hold\"",
               "effect     = \"flag\"");
    accept_plugin_from("2026-07-24");
    import("claim", "more.csv",
           app::claim_header + app::claim("P8", "24/07/2026", "1200,00") +
               app::claim("P9", "24/07/2026", "1300,00", "H07"));
    BOOST_TEST(holds(visitor.get("/controls"), "<option value=\"2026-07\">juillet 2026"));
    BOOST_TEST(visitor.post("/controls/run", {{"process", app::process_name}, {"period", "July"}}).status ==
               422);
    const Response ran =
        visitor.post("/controls/run", {{"process", app::process_name}, {"period", "2026-07"}});
    BOOST_TEST(header_of(ran, "Location") == "/controls?done=ran#controls-pay-benefits");
    const auto found = [](const std::string& record) {
        return "/findings/" + model::finding_id(app::control_name, {{"claim", record}});
    };
    BOOST_TEST(holds(visitor.get("/findings"), "href=\"" + found("P8") + "\""));
    BOOST_TEST(holds(visitor.get("/findings?state=confirmed"), "Aucune anomalie ne répond"));
    BOOST_TEST(header_of(visitor.get(place_of("P8")), "Location") == found("P8"));
    BOOST_TEST(holds(visitor.get(found("P8")), "value=\"confirmed\""));
    BOOST_TEST(!holds(visitor.get(place_of("P1")), "value=\"confirmed\""));
    const Response bare = visitor.post(found("P8") + "/settle", {{"verdict", "dismissed"}});
    BOOST_TEST(bare.status == 422);
    BOOST_TEST(holds(bare, "value=\"confirmed\""));
    BOOST_TEST(visitor.post(found("P8") + "/settle", {{"verdict", "released"}}).status == 422);
    BOOST_TEST(visitor.post(found("P1") + "/settle", {{"verdict", "confirmed"}}).status == 409);
    const Response settled =
        visitor.post(found("P8") + "/settle", {{"verdict", "dismissed"}, {"reason", "avoir reçu"}});
    BOOST_TEST(header_of(settled, "Location") == found("P8") + "?done=settled");
    BOOST_TEST(holds(visitor.get(found("P8")), "avoir reçu"));
    BOOST_TEST((state_of("P8") == model::FindingState::dismissed));
}

BOOST_AUTO_TEST_CASE(list_what_may_be_paid_and_what_stays_suspended) {
    decide("luc.moreau", "P1", model::Verdict::released);
    decide("luc.moreau", "P2", model::Verdict::refused);
    BOOST_TEST(holds(visitor.get("/releases"), "1 paiement libéré n’est encore sur aucune liste"));
    BOOST_TEST(header_of(visitor.post("/releases"), "Location") == "/releases?done=released");
    BOOST_TEST(holds(visitor.get("/releases"), "href=\"/releases/1/released\""));
    const Response released = visitor.get("/releases/1/released");
    BOOST_TEST(header_of(released, "Content-Disposition").find("bons-a-payer-1.csv") != std::string::npos);
    BOOST_TEST(holds(released, "P1"));
    BOOST_TEST(!holds(released, "P3"));
    BOOST_TEST(holds(visitor.get("/releases/1/suspended"), "P3"));
    BOOST_TEST(visitor.get("/releases/1/other").status == 404);
    BOOST_TEST(visitor.get("/releases/2/released").status == 404);
}

BOOST_AUTO_TEST_CASE(know_nothing_of_a_file_that_does_not_exist) {
    BOOST_TEST(visitor.get("/worklist/F-0000000000000000").status == 404);
}

BOOST_AUTO_TEST_CASE(tell_the_second_of_two_browsers_what_the_first_did_and_keep_what_was_typed) {
    Visitor other(site);
    other.join(*this, "paul.lenoir", model::Role::controller);
    other.get(place_of("P1"));
    BOOST_TEST(holds(visitor.get(place_of("P1")), "name=\"seen\" value=\"1\""));
    const std::map<std::string, std::string> refusal{
        {"seen", "1"}, {"verdict", "refused"}, {"reason", "Pièce absente"}};
    BOOST_TEST(other.post(place_of("P1") + "/decide", refusal).status == 303);
    const Response late =
        visitor.post(place_of("P1") + "/decide",
                     {{"seen", "1"}, {"verdict", "released"}, {"all", "yes"}, {"reason", "Vu <moi>"}});
    BOOST_TEST(late.status == 409);
    BOOST_TEST(holds(late, "paul.lenoir"));
    BOOST_TEST(holds(late, "Vu &lt;moi&gt;"));
    BOOST_TEST((state_of("P1") == model::FindingState::confirmed));
    visitor.get(place_of("P2"));
    BOOST_TEST(
        visitor.post(place_of("P2") + "/decide", {{"seen", "7"}, {"verdict", "refused"}, {"reason", "x"}})
            .status == 409);
    other.get(place_of("P1"));
    BOOST_TEST(other.post(place_of("P1") + "/reopen", {{"seen", "1"}, {"reason", "Erreur"}}).status == 409);
    BOOST_TEST((state_of("P2") == model::FindingState::open));
}

BOOST_AUTO_TEST_CASE(tell_the_second_of_two_who_reserve_a_file_who_has_it) {
    Visitor other(site);
    other.join(*this, "paul.lenoir", model::Role::controller);
    other.get(place_of("P1"));
    visitor.get(place_of("P1"));
    BOOST_TEST(other.post(place_of("P1") + "/take", {{"seen", "1"}}).status == 303);
    const Response late = visitor.post(place_of("P1") + "/take", {{"seen", "1"}});
    BOOST_TEST(late.status == 409);
    BOOST_TEST(holds(late, "est réservé par paul.lenoir"));
    BOOST_TEST(!holds(late, "/take\""));
    BOOST_TEST(visitor.post(place_of("P1") + "/give-back", {{"seen", "1"}}).status == 409);
    BOOST_TEST(holds(other.get("/worklist?mine=on"), "P1"));
}

BOOST_AUTO_TEST_CASE(reserve_a_file_only_as_it_was_seen) {
    Visitor other(site);
    other.join(*this, "paul.lenoir", model::Role::controller);
    other.get(place_of("P1"));
    visitor.get(place_of("P1"));
    other.post(place_of("P1") + "/take", {{"seen", "1"}});
    BOOST_TEST(other.post(place_of("P1") + "/give-back", {{"seen", "2"}}).status == 303);
    const Response late = visitor.post(place_of("P1") + "/take", {{"seen", "1"}});
    BOOST_TEST(late.status == 409);
    BOOST_TEST(holds(late, "paul.lenoir l’a changé"));
    BOOST_TEST(holds(late, "name=\"seen\" value=\"3\""));
    BOOST_TEST(holds(visitor.get("/worklist?mine=on"), "Aucun dossier"));
    BOOST_TEST(visitor.post(place_of("P1") + "/take", {{"seen", "3"}}).status == 303);
    BOOST_TEST(visitor.post(place_of("P1") + "/take", {{"seen", "3"}}).status == 303);  // pressed twice
    const Response lost = other.post(place_of("P1") + "/give-back", {{"seen", "2"}});
    BOOST_TEST(lost.status == 409);
    BOOST_TEST(holds(lost, "anne.delorme l’a changé"));
    BOOST_TEST(holds(visitor.get("/worklist?mine=on"), "P1"));
}

BOOST_AUTO_TEST_SUITE_END()
