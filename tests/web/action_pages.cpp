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

    void propose(const std::string& text, std::map<std::string, std::string> fields) {
        fields.insert({{"process", "pay-benefits"}, {"text", text}, {"level", "sector"}});
        worker.get("/actions/new");
        BOOST_REQUIRE(worker.post("/actions/new", fields).status == 303);
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

BOOST_AUTO_TEST_CASE(show_actions_as_a_board_whose_cards_have_the_persons_step) {
    propose("Lire la liste", {{"owner", "marc.petit"}, {"due", "2026-08-14"}});
    BOOST_TEST(holds(boss.get("/actions/board"), "href=\"/actions/1#decide\""));
    BOOST_TEST(!holds(worker.get("/actions/board"), "href=\"/actions/1#decide\""));
    boss.get("/actions/1");
    BOOST_TEST(boss.post("/actions/1/decide", {{"criterion", "plus aucun"},
                                               {"causes", "personne ne la lit"},
                                               {"judged_on", "2026-09-30"}})
                   .status == 303);
    const Response board = worker.get("/actions/board?process=pay-benefits");
    BOOST_TEST(holds(board, "action=\"/actions/1/start\""));
    BOOST_TEST(holds(board, "name=\"filters\" value=\"process=pay-benefits\""));
    const Response started =
        worker.post("/actions/1/start", {{"back", "board"}, {"filters", "process=pay-benefits"}});
    BOOST_TEST(header_of(started, "Location") == "/actions/board?done=action&process=pay-benefits");
    BOOST_TEST(holds(worker.get("/actions/board?process=handle-complaints"), ">0 action"));
    const Response odd =
        worker.post("/actions/1/progress",
                    {{"back", "board"}, {"percent", "10"}, {"comment", "x"}, {"filters", "a\r\nb"}});
    BOOST_TEST(header_of(odd, "Location") == "/actions/board?done=action");
}

BOOST_AUTO_TEST_CASE(show_actions_as_a_calendar_by_the_day_on_which_something_is_to_be_done) {
    propose("Lire la liste", {{"due", "2026-08-14"}});
    BOOST_TEST(holds(worker.get("/actions/calendar?month=2026-08"), "href=\"/actions/1\""));
    const Response july = worker.get("/actions/calendar");
    BOOST_TEST(!holds(july, "href=\"/actions/1\""));
    BOOST_TEST(holds(july, "/actions/calendar?month=2026-08"));
    BOOST_TEST(worker.get("/actions/calendar?month=nonsense").status == 200);
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

BOOST_AUTO_TEST_CASE(make_the_address_of_a_calendar_once_and_revoke_it) {
    worker.get("/account");
    BOOST_TEST(
        worker.post("/account/tokens", {{"kind", "token"}, {"name", "paie"}, {"days", "dix"}}).status == 422);
    const Response made = worker.post("/account/tokens", {{"kind", "calendar"}, {"name", "agenda"}});
    BOOST_TEST(made.status == 200);
    const std::string mark = "http://localhost:8413";
    const auto at = made.body.find(mark);
    BOOST_REQUIRE((at != std::string::npos));
    const std::string address =
        made.body.substr(at + mark.size(), made.body.find('<', at) - at - mark.size());
    Visitor diary(site);
    BOOST_TEST(diary.get(address).type == "text/calendar; charset=utf-8");
    const Response listed = worker.get("/account");
    BOOST_TEST(!holds(listed, address));
    const std::string field = "name=\"token\" value=\"";
    const auto id = listed.body.find(field);
    BOOST_REQUIRE((id != std::string::npos));
    const auto first = id + field.size();
    BOOST_TEST(worker
                   .post("/account/tokens/revoke",
                         {{"token", listed.body.substr(first, listed.body.find('"', first) - first)}})
                   .status == 303);
    BOOST_TEST(diary.get(address).status == 404);
}

BOOST_AUTO_TEST_CASE(keep_the_address_for_digests_or_say_what_is_wrong_with_it) {
    worker.get("/account");
    const Response wrong = worker.post("/account/address", {{"mail", "marc@"}, {"digest", "weekly"}});
    BOOST_TEST(wrong.status == 422);
    BOOST_TEST(holds(wrong, "value=\"marc@\""));
    BOOST_TEST(worker.post("/account/address", {{"mail", "marc@example.org"}, {"digest", "weekly"}}).status ==
               303);
    BOOST_TEST(holds(worker.get("/account"), "value=\"marc@example.org\""));
}

BOOST_AUTO_TEST_CASE(offer_a_second_factor_that_is_confirmed_first) {
    worker.get("/account");
    const Response begun = worker.post("/account/second-factor");
    BOOST_TEST(begun.status == 200);
    BOOST_TEST(holds(begun, "otpauth://"));
    BOOST_TEST(worker.post("/account/second-factor/confirm", {{"code", "000000"}}).status == 403);
    BOOST_TEST(holds(worker.get("/account"), "action=\"/account/second-factor\""));
}

BOOST_AUTO_TEST_SUITE_END()
