// SPDX-License-Identifier: Apache-2.0
// A quarter from its figures to the signature, in forms.
#include "web/review_pages.h"

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/action.h"
#include "app/cycle.h"
#include "app/review.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

const std::string review_place = "/reviews/pay-benefits/2026-Q3";

// The pilot of the one process and its back-up, and somebody who may read only.
struct Quarter : ServedWorkspace {
    Quarter() {
        play_july();
        enter(pilot, "claire.vasseur");
        enter(backup, "hugo.lemaire");
        reader.join(*this, "rose.martin", model::Role::auditor);
    }

    void enter(Visitor& visitor, const std::string& account) {
        app::Session admin = as("admin");
        const auto invited = app::invite_account(admin, {account});
        BOOST_REQUIRE(invited);
        visitor.get("/invitation");
        visitor.post("/invitation",
                     {{"code", invited->code}, {"password", good_password}, {"again", good_password}});
        visitor.get("/");
    }

    // Sessions end while nobody looks.
    void let_time_pass(const char* until) {
        set_clock(until);
        sign_in_again();
    }
    void sign_in_again() {
        const std::pair<Visitor*, const char*> people[]{
            {&pilot, "claire.vasseur"}, {&backup, "hugo.lemaire"}, {&reader, "rose.martin"}};
        for (const auto& [visitor, account] : people) {
            visitor->get("/sign-in");
            visitor->post("/sign-in", {{"account", account}, {"password", good_password}});
        }
    }

    void have_prepared() {
        reach_act();
        sign_in_again();
        pilot.get(review_place);
        BOOST_REQUIRE_EQUAL(pilot.post(review_place + "/prepare").status, 303);
    }
    void have_held() {
        have_prepared();
        pilot.get(review_place + "/conclusion");
        BOOST_REQUIRE_EQUAL(
            pilot
                .post(review_place + "/hold", {{"participants", "Claire Vasseur\r\n\r\nHugo Lemaire"},
                                               {"conclusion", "Objectif <non> atteint."}})
                .status,
            303);
    }

    model::Review review() {
        app::Session claire = as("claire.vasseur");
        return app::find_review(claire, app::quarter).value().value();
    }

    Visitor pilot{site}, backup{site}, reader{site};
};

const std::map<std::string, std::string> quick_win{{"topic", "results"},
                                                   {"text", "Lire la liste <chaque> soir"},
                                                   {"level", "quick-win"},
                                                   {"kind", "corrective-action"},
                                                   {"owner", "hugo.lemaire"},
                                                   {"due", "2026-11-30"},
                                                   {"causes", "Personne ne la lit"},
                                                   {"indicator", "decided-before-payment"},
                                                   {"judged_on", "2027-01-31"}};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(review_pages, Quarter)

BOOST_AUTO_TEST_CASE(list_what_is_to_be_reviewed) {
    const Response list = reader.get("/reviews");
    BOOST_TEST(list.status == 200);
    BOOST_TEST(holds(list, "href=\"" + review_place + "\""));
    BOOST_TEST(holds(list, "tour en cours"));
    let_time_pass("2026-11-01T09:00:00Z");
    BOOST_TEST(holds(reader.get("/reviews"), "class=\"late\""));
}

BOOST_AUTO_TEST_CASE(lead_a_turn_to_its_review) {
    BOOST_TEST(!holds(pilot.get(review_place), "value=\"check\""));  // the quarter is not over
    let_time_pass("2026-10-02T09:00:00Z");
    decide("luc.moreau", model::finding_id(app::control_name, {{"claim", "P3"}}), model::Verdict::released);
    BOOST_TEST(holds(pilot.get(review_place), "value=\"check\""));
    BOOST_TEST(!holds(reader.get(review_place), "value=\"check\""));
    BOOST_TEST(pilot.post(review_place + "/turn", {{"to", "act"}}).status == 409);
    BOOST_TEST(pilot.post(review_place + "/turn", {{"to", "dance"}}).status == 422);
    BOOST_TEST(pilot.post(review_place + "/turn", {{"to", "check"}}).status == 303);
    const Response unmeasured = pilot.get(review_place);
    BOOST_TEST(holds(unmeasured, "/measure\""));
    BOOST_TEST(!holds(unmeasured, "value=\"act\""));
    BOOST_TEST(pilot.post(review_place + "/measure").status == 303);
    BOOST_TEST(pilot.post(review_place + "/turn", {{"to", "act"}}).status == 303);
    BOOST_TEST(holds(pilot.get(review_place), review_place + "/prepare\""));
    BOOST_TEST(!holds(reader.get(review_place), review_place + "/prepare\""));
    pilot.get(review_place);
    BOOST_TEST(header_of(pilot.post(review_place + "/prepare"), "Location") ==
               review_place + "?done=prepared");
    BOOST_TEST(holds(pilot.get(review_place), review_place + "/results"));
}

BOOST_AUTO_TEST_CASE(say_which_turn_is_under_way) {
    have_held();
    pilot.get(review_place + "/conclusion");
    BOOST_REQUIRE_EQUAL(pilot.post(review_place + "/sign").status, 303);
    pilot.get("/account");
    BOOST_TEST(pilot.post(review_place + "/turn", {{"to", "do"}}).status == 409);  // of the next turn
    app::Session claire = as("claire.vasseur");
    BOOST_CHECK(app::show_cycle(claire, app::process_name)->cycle.stage == model::Stage::plan);
}

BOOST_AUTO_TEST_CASE(are_told_of_on_the_page_of_the_process_until_they_are_signed) {
    const std::string to_the_next = "href=\"/reviews/pay-benefits/2026-Q4\"";
    BOOST_TEST(holds(pilot.get("/processes/pay-benefits"), "href=\"" + review_place + "\""));
    have_held();
    BOOST_TEST(!holds(pilot.get("/processes/pay-benefits"), to_the_next));
    pilot.get(review_place + "/conclusion");
    BOOST_REQUIRE_EQUAL(pilot.post(review_place + "/sign").status, 303);
    BOOST_TEST(holds(pilot.get("/processes/pay-benefits"), to_the_next));
}

BOOST_AUTO_TEST_CASE(show_a_topic_a_page) {
    have_prepared();
    for (const char* topic : {"results", "process", "indicator-decided-before-payment", "controls",
                              "nonconformities", "actions", "conclusion"})
        BOOST_TEST(reader.get(review_place + "/" + topic).status == 200, topic);
    BOOST_TEST(reader.get(review_place + "/weather").status == 404);
    BOOST_TEST(reader.get("/reviews/pay-benefits/soon").status == 404);
    BOOST_TEST(reader.get("/reviews/none/2026-Q3").status == 404);
    const Response topic = pilot.get(review_place + "/indicator-decided-before-payment");
    BOOST_TEST(holds(topic, "rel=\"next\""));
    BOOST_TEST(holds(topic, "aria-current=\"page\""));
    BOOST_TEST(holds(topic, "meeting.js"));
    BOOST_TEST(holds(topic, "<svg"));
    BOOST_TEST(!holds(reader.get(review_place + "/results"), "/decide\""));
}

BOOST_AUTO_TEST_CASE(decide_on_the_spot_and_keep_what_was_typed) {
    have_prepared();
    pilot.get(review_place + "/results");
    auto lacking = quick_win;
    lacking["owner"] = "nobody";
    lacking["due"] = "soon";
    const Response faulty = pilot.post(review_place + "/decide", lacking);
    BOOST_TEST(faulty.status == 422);
    BOOST_TEST(holds(faulty, "Lire la liste &lt;chaque&gt; soir"));
    BOOST_TEST(holds(faulty, "<details class=\"deciding\" open>"));
    const Response decided = pilot.post(review_place + "/decide", quick_win);
    BOOST_TEST(header_of(decided, "Location") == review_place + "/results?done=action#taken");
    BOOST_TEST(holds(pilot.get(review_place + "/controls"), "Lire la liste &lt;chaque&gt; soir"));
    app::Session claire = as("claire.vasseur");
    BOOST_CHECK(app::show_action(claire, 1)->action.state == model::ActionState::decided);
    reader.get(review_place + "/results");
    BOOST_TEST(reader.post(review_place + "/decide", quick_win).status == 403);
}

BOOST_AUTO_TEST_CASE(are_held_by_people_who_conclude) {
    have_prepared();
    pilot.get(review_place + "/conclusion");
    const Response faulty =
        pilot.post(review_place + "/hold", {{"participants", " "}, {"conclusion", "Rien <à> dire"}});
    BOOST_TEST(faulty.status == 422);
    BOOST_TEST(holds(faulty, "Rien &lt;à&gt; dire"));
    reader.get(review_place + "/conclusion");
    BOOST_TEST(reader.post(review_place + "/hold", {{"participants", "Rose"}, {"conclusion", "x"}}).status ==
               403);
    BOOST_CHECK(review().state == model::ReviewState::in_preparation);
    BOOST_TEST(
        pilot.post(review_place + "/hold", {{"participants", "Claire\r\nHugo"}, {"conclusion", "Bien."}})
            .status == 303);
    BOOST_TEST(review().participants.size() == 2u);
    BOOST_TEST(
        pilot.post(review_place + "/hold", {{"participants", "Claire"}, {"conclusion", "Mieux."}}).status ==
        409);
    BOOST_TEST(review().conclusion == "Bien.");
}

BOOST_AUTO_TEST_CASE(are_signed_once_nothing_stands_before_it) {
    have_held();
    app::Session hugo = as("hugo.lemaire");
    app::ProposeAction command;
    command.process = app::process_name;
    command.text = "Lire la liste";
    BOOST_REQUIRE(app::propose_action(hugo, command));
    const Response obstructed = pilot.get(review_place + "/conclusion");
    BOOST_TEST(holds(obstructed, "Avant la signature"));
    BOOST_TEST(!holds(obstructed, "/sign\""));
    BOOST_TEST(pilot.post(review_place + "/sign").status == 409);
    BOOST_REQUIRE(app::cancel_action(hugo, 1, "inutile"));
    BOOST_TEST(!holds(reader.get(review_place + "/conclusion"), "/sign\""));
    BOOST_TEST(reader.post(review_place + "/sign").status == 403);
    BOOST_TEST(holds(backup.get(review_place + "/conclusion"), "/sign\""));
    BOOST_TEST(header_of(backup.post(review_place + "/sign"), "Location") == review_place + "?done=signed");
    BOOST_TEST(last_in_journal().find("cycle.open") != std::string::npos);
    BOOST_TEST(pilot.get(review_place + "/results").status == 409);  // frozen: there is no meeting any more
    const Response frozen = reader.get(review_place);
    BOOST_TEST(holds(frozen, "Objectif &lt;non&gt; atteint."));
    BOOST_TEST(holds(frozen, "/documents/review.fr.pdf"));
}

BOOST_AUTO_TEST_CASE(give_their_documents_to_readers) {
    have_held();
    pilot.get(review_place + "/conclusion");
    const Response working = reader.get(review_place + "/documents/review.fr.html");
    BOOST_TEST(working.status == 200);
    BOOST_TEST(header_of(working, "Content-Security-Policy").find("script") == std::string::npos);
    BOOST_REQUIRE_EQUAL(pilot.post(review_place + "/sign").status, 303);
    const std::string page = reader.get(review_place + "/documents/review.fr.html").body;
    let_time_pass("2027-02-01T09:00:00Z");
    BOOST_TEST(reader.get(review_place + "/documents/review.fr.html").body == page);
    const Response paper = reader.get(review_place + "/documents/review.fr.pdf");
    BOOST_TEST(paper.type == "application/pdf");
    BOOST_TEST(header_of(paper, "Content-Disposition").starts_with("attachment"));
    BOOST_TEST(paper.body.starts_with("%PDF"));
    BOOST_TEST(reader.get(review_place + "/documents").body.starts_with("PK"));
    BOOST_TEST(reader.get(review_place + "/documents/passwords").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
