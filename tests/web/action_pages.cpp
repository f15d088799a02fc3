// SPDX-License-Identifier: Apache-2.0
// An action from its proposal to the proof, in forms; one's own account; figures down to the records.
#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/indicator.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

struct Quarter : ServedWorkspace {
    Quarter() {
        play_july();
        boss.join(*this, "anne.delorme", model::Role::management);
        worker.join(*this, "marc.petit", model::Role::controller);
    }

    model::ActionState state() {
        app::Session sophie = as("sophie.garnier");
        return app::show_action(sophie, 1)->action.state;
    }

    Visitor boss{site}, worker{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pages, Quarter)

BOOST_AUTO_TEST_CASE(lead_an_action_from_proposal_to_proof) {
    worker.get("/actions/new");
    const Response lacking =
        worker.post("/actions/new", {{"process", "pay-benefits"}, {"due", "31/12/2026"}});
    BOOST_TEST(lacking.status == 422);
    BOOST_TEST(holds(lacking, "n’est pas une date"));
    const Response proposed = worker.post("/actions/new", {{"process", "pay-benefits"},
                                                           {"text", "Lire la liste <chaque> soir"},
                                                           {"level", "sector"},
                                                           {"kind", "corrective-action"}});
    BOOST_TEST(header_of(proposed, "Location") == "/actions/1?done=action");
    BOOST_TEST(boss.follow(boss.get("/actions/1")).status == 200);
    BOOST_TEST(holds(boss.get("/actions/1"), "Lire la liste &lt;chaque&gt; soir"));
    BOOST_TEST(boss.post("/actions/1/decide", {{"owner", "marc.petit"}}).status == 422);
    const std::map<std::string, std::string> terms{
        {"causes", "La liste n’est pas lue\r\n\r\nPersonne ne la reçoit"},
        {"owner", "marc.petit"},
        {"due", "2026-08-31"},
        {"criterion", "Plus aucun paiement avant contrôle"},
        {"judged_on", "2026-09-30"}};
    BOOST_TEST(boss.post("/actions/1/decide", terms).status == 303);
    BOOST_TEST((state() == model::ActionState::decided));
    worker.get("/actions/1");
    BOOST_TEST(worker.post("/actions/1/start").status == 303);
    BOOST_TEST(worker.post("/actions/1/progress", {{"percent", "120"}}).status == 422);
    BOOST_TEST(worker.post("/actions/1/progress", {{"percent", "50"}, {"comment", "à moitié"}}).status ==
               303);
    BOOST_TEST(holds(worker.get("/actions/1"), "à moitié"));
    BOOST_TEST(worker.post("/actions/1/finish", {{"comment", "lue chaque soir"}}).status == 303);
    BOOST_TEST((state() == model::ActionState::done));
    set_clock("2026-10-01T09:00:00Z");
    Visitor judge(site);
    judge.join(*this, "rose.martin", model::Role::auditor);
    judge.get("/actions/1");
    BOOST_TEST(judge.post("/actions/1/verify", {{"comment", "vu"}}).status == 422);
    BOOST_TEST(judge.post("/actions/1/verify", {{"result", "effective"}, {"comment", "vu"}}).status == 303);
    BOOST_TEST((state() == model::ActionState::effective));
}

BOOST_AUTO_TEST_CASE(refuse_a_step_that_is_not_the_persons) {
    worker.get("/actions/new");
    worker.post("/actions/new", {{"process", "pay-benefits"}, {"text", "x"}, {"level", "structural"}});
    worker.get("/actions/1");
    BOOST_TEST(worker.post("/actions/1/decide", {{"owner", "marc.petit"}}).status == 403);
    BOOST_TEST(worker.get("/actions/99").status == 404);
    BOOST_TEST(worker.get("/actions/x").status == 404);
    BOOST_TEST((state() == model::ActionState::proposed));
}

BOOST_AUTO_TEST_CASE(show_a_figure_down_to_the_records_behind_it) {
    app::Session hugo = as("hugo.lemaire");
    BOOST_REQUIRE(app::measure_indicators(hugo, app::process_name, app::period("2026-07")));
    const std::string place = "/indicators/pay-benefits/decided-before-payment";
    BOOST_TEST(holds(worker.get("/indicators"), "href=\"" + place + "\""));
    BOOST_TEST(holds(worker.get(place), "href=\"" + place + "/2026-07\""));
    const Response figure = worker.get(place + "/2026-07");
    BOOST_TEST(figure.status == 200);
    BOOST_TEST(holds(figure, "R3"));  // paid before its check
    BOOST_TEST(worker.get(place + "/2026-08").status == 404);
    BOOST_TEST(worker.get("/indicators/pay-benefits/none").status == 404);
    const Response map = worker.get("/processes/map.svg");
    BOOST_TEST(map.type == "image/svg+xml");
    BOOST_TEST(header_of(map, "Content-Security-Policy").find("script") == std::string::npos);
    BOOST_TEST(holds(worker.get("/processes/pay-benefits"), "href=\"" + place + "\""));
    BOOST_TEST(worker.get("/processes/none").status == 404);
}

BOOST_AUTO_TEST_CASE(change_a_password_and_end_other_sessions) {
    Visitor elsewhere(site);
    elsewhere.get("/sign-in");
    elsewhere.post("/sign-in", {{"account", "marc.petit"}, {"password", good_password}});
    BOOST_TEST(elsewhere.get("/").status == 200);
    worker.get("/account");
    const std::string better = "un autre pont, plus long encore";
    BOOST_TEST(
        worker.post("/account/password", {{"old_password", "wrong"}, {"password", better}, {"again", better}})
            .status == 403);
    const Response changed = worker.post(
        "/account/password", {{"old_password", good_password}, {"password", better}, {"again", better}});
    BOOST_TEST(changed.status == 303);
    BOOST_TEST(worker.get("/account").status == 200);
    BOOST_TEST(elsewhere.get("/").status == 303);
    elsewhere.get("/sign-in");
    BOOST_TEST(elsewhere.post("/sign-in", {{"account", "marc.petit"}, {"password", better}}).status == 303);
    BOOST_TEST(worker.post("/account/sessions/end").status == 303);
    BOOST_TEST(elsewhere.get("/").status == 303);
    BOOST_TEST(worker.get("/account").status == 200);
}

BOOST_AUTO_TEST_CASE(offer_a_second_factor_that_is_confirmed_first) {
    worker.get("/account");
    const Response begun = worker.post("/account/second-factor");
    BOOST_TEST(begun.status == 200);
    BOOST_TEST(holds(begun, "otpauth://"));
    BOOST_TEST(worker.post("/account/second-factor/confirm", {{"code", "000000"}}).status == 403);
    BOOST_TEST(holds(worker.get("/account"), "action=\"/account/second-factor\""));
}

BOOST_AUTO_TEST_CASE(tell_the_second_of_two_browsers_what_the_first_did_and_keep_what_was_typed) {
    worker.get("/actions/new");
    worker.post("/actions/new", {{"process", "pay-benefits"}, {"text", "Lire"}, {"level", "sector"}});
    Visitor other(site);
    other.join(*this, "lea.roux", model::Role::management);
    const std::string shown = boss.get("/actions/1").body;
    BOOST_TEST(shown.find("name=\"seen\" value=\"1\"") != std::string::npos);
    other.get("/actions/1");
    const std::map<std::string, std::string> terms{{"seen", "1"},           {"owner", "marc.petit"},
                                                   {"causes", "Le retard"}, {"due", "2026-08-31"},
                                                   {"criterion", "Fini"},   {"judged_on", "2026-09-30"}};
    BOOST_TEST(other.post("/actions/1/decide", terms).status == 303);
    std::map<std::string, std::string> mine = terms;
    mine["causes"] = "Ma <propre> cause";
    const Response late = boss.post("/actions/1/decide", mine);
    BOOST_TEST(late.status == 409);
    BOOST_TEST(holds(late, "lea.roux l’a changé"));
    BOOST_TEST(holds(late, "Ma &lt;propre&gt; cause"));
    worker.get("/actions/1");
    BOOST_TEST(worker.post("/actions/1/start", {{"seen", "1"}}).status == 409);
    BOOST_TEST(worker.post("/actions/1/start", {{"seen", "2"}}).status == 303);
    BOOST_TEST(
        worker.post("/actions/1/progress", {{"seen", "2"}, {"percent", "10"}, {"comment", "x"}}).status ==
        409);
    BOOST_TEST(worker.post("/actions/1/finish", {{"seen", "2"}}).status == 409);
    boss.get("/actions/1");
    BOOST_TEST(boss.post("/actions/1/cancel", {{"seen", "2"}, {"reason", "Trop tard"}}).status == 409);
    BOOST_TEST((state() == model::ActionState::in_progress));
}

BOOST_AUTO_TEST_SUITE_END()
