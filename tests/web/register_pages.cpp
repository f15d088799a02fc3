// SPDX-License-Identifier: Apache-2.0
// Registers, search, journal and accounts in a browser.
#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/nonconformity.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

struct Registers : ServedWorkspace {
    Registers() {
        play_july();
        manager.join(*this, "jean.moulin", model::Role::quality_manager);
        worker.join(*this, "marc.petit", model::Role::controller);
        chief.join(*this, "anna.noir", model::Role::administrator);
    }

    std::vector<model::Nonconformity> nonconformities() {
        app::Session sophie = as("sophie.garnier");
        return *app::list_nonconformities(sophie, "");
    }

    const std::string p2 = model::finding_id(app::control_name, {{"claim", "P2"}});
    const std::string p4 = model::finding_id(app::control_name, {{"claim", "P4"}});
    Visitor manager{site}, worker{site}, chief{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(registers, Registers)

BOOST_AUTO_TEST_CASE(state_a_nonconformity_and_put_similar_cases_under_it) {
    BOOST_TEST(holds(manager.get("/nonconformities/new?process=pay-benefits"), "value=\"" + p2 + "\""));
    const Response lacking = manager.post(
        "/nonconformities/new", {{"process", "pay-benefits"}, {"title", "Devis <absents>"}, {"finding", p2}});
    BOOST_TEST(lacking.status == 422);
    BOOST_TEST(holds(lacking, "value=\"Devis &lt;absents&gt;\""));
    BOOST_TEST(holds(lacking, "value=\"" + p2 + "\" aria-label=\"P2\" checked"));
    const Response stated = manager.post("/nonconformities/new", {{"process", "pay-benefits"},
                                                                  {"title", "Devis absents"},
                                                                  {"requirement", "Procédure, § 4"},
                                                                  {"extent", "juillet"},
                                                                  {"finding", p2}});
    BOOST_TEST(header_of(stated, "Location") == "/nonconformities/1?done=action");
    BOOST_TEST(holds(manager.get("/nonconformities"), "href=\"/nonconformities/1\""));
    const Response one = manager.get("/nonconformities/1");
    BOOST_TEST(holds(one, "value=\"" + p4 + "\""));
    BOOST_TEST(holds(one, "origin=nonconformity&amp;source=1"));
    BOOST_TEST(manager.post("/nonconformities/1/extend").status == 422);
    BOOST_TEST(manager.post("/nonconformities/1/extend", {{"finding", p4}}).status == 303);
    BOOST_TEST(nonconformities().front().findings.size() == 2u);
    BOOST_TEST(holds(manager.get("/findings/" + p2 + "/similar"), "P2"));
}

BOOST_AUTO_TEST_CASE(leave_nonconformities_to_who_may_state_them) {
    BOOST_TEST(!holds(worker.get("/nonconformities"), "/nonconformities/new"));
    BOOST_TEST(worker.get("/nonconformities/new?process=pay-benefits").status == 403);
    BOOST_TEST(worker
                   .post("/nonconformities/new", {{"process", "pay-benefits"},
                                                  {"title", "x"},
                                                  {"requirement", "x"},
                                                  {"extent", "x"},
                                                  {"finding", p2}})
                   .status == 403);
    BOOST_TEST(nonconformities().empty());
    BOOST_TEST(worker.get("/nonconformities/7").status == 404);
}

BOOST_AUTO_TEST_CASE(give_a_register_to_keep_to_who_may_see_it) {
    const Response workbook = manager.get("/registers/nonconformities.xlsx");
    BOOST_TEST(workbook.status == 200);
    BOOST_TEST(header_of(workbook, "Content-Disposition").starts_with("attachment"));
    BOOST_TEST(workbook.body.starts_with("PK"));
    BOOST_TEST(holds(manager.get("/registers/risks.csv?process=pay-benefits"), "undue-payment"));
    for (const char* none : {"nothing.csv", "risks", "risks.pdf"})
        BOOST_TEST(manager.get(std::string("/registers/") + none).status == 404, none);
    BOOST_TEST(chief.get("/registers/findings.csv").status == 403);
}

BOOST_AUTO_TEST_CASE(show_risks_where_they_stand_with_the_way_to_an_action) {
    const Response risks = manager.get("/risks");
    BOOST_TEST(holds(risks, "origin=risk&amp;source=undue-payment"));
    BOOST_TEST(holds(risks, "<svg"));
    BOOST_TEST(holds(manager.get("/actions/new?process=pay-benefits&origin=risk&source=undue-payment"),
                     "name=\"source\" value=\"undue-payment\""));
    BOOST_TEST(!holds(manager.get("/risks?process=handle-complaints"), "source=undue-payment"));
}

BOOST_AUTO_TEST_CASE(say_that_nobody_keeps_a_base_of_incidents_yet) {
    BOOST_TEST(holds(manager.get("/incidents"), "n’est pas en service"));
    manager.get("/account");
    Visitor pilot(site);
    pilot.join(*this, "pierre.blanc", model::Role::pilot);
    BOOST_TEST(pilot.get("/incidents").status == 403);
}

BOOST_AUTO_TEST_CASE(find_a_file_by_its_number_for_who_may_see_it) {
    BOOST_TEST(holds(worker.get("/search?q=p3"), "href=\"/worklist/F-"));
    BOOST_TEST(!holds(chief.get("/search?q=p3"), "F-"));
    BOOST_TEST(holds(chief.get("/search?q=jean"), "href=\"/accounts/jean.moulin\""));
    BOOST_TEST(worker.get("/search?q=-").status == 422);
    BOOST_TEST(holds(worker.get("/search?q=%3Cb%3E"), "&lt;b&gt;"));
    BOOST_TEST(worker.get("/search").status == 200);
}

BOOST_AUTO_TEST_CASE(read_the_journal_by_person_thing_and_day) {
    const Response decided = chief.get("/journal?act=worklist.decide&actor=luc.moreau");
    BOOST_TEST(holds(decided, "worklist.decide"));
    BOOST_TEST(!holds(decided, "account.add"));
    BOOST_TEST(!holds(decided, ">nadia.belkacem</td>"));
    BOOST_TEST(holds(chief.get("/journal?subject=account/jean.moulin"), "account/jean.moulin"));
    BOOST_TEST(!holds(chief.get("/journal?to=2026-06-14"), "worklist.decide"));
    BOOST_TEST(chief.get("/journal?from=gestern").status == 422);
}

BOOST_AUTO_TEST_CASE(let_somebody_in_and_keep_them_out) {
    chief.get("/accounts/new");
    const Response lacking = chief.post("/accounts/new", {{"person", "Zoé"}, {"account", "Zoé"}});
    BOOST_TEST(lacking.status == 422);
    BOOST_TEST(holds(lacking, "value=\"Zoé\""));
    const Response added = chief.post(
        "/accounts/new", {{"person", "Zoé Lamy"}, {"account", "zoe.lamy"}, {"role", "controller"}});
    BOOST_TEST(added.status == 200);
    const std::string mark = "id=\"invitation-code\">";
    const auto at = added.body.find(mark);
    BOOST_REQUIRE((at != std::string::npos));
    const auto first = at + mark.size();
    const std::string code = added.body.substr(first, added.body.find('<', first) - first);
    BOOST_TEST(!holds(chief.get("/accounts/zoe.lamy"), code));
    Visitor zoe(site);
    zoe.get("/invitation");
    BOOST_TEST(
        zoe.post("/invitation", {{"code", code}, {"password", good_password}, {"again", good_password}})
            .status == 303);
    BOOST_TEST(zoe.get("/worklist").status == 200);
    chief.get("/accounts/zoe.lamy");
    BOOST_TEST(chief.post("/accounts/zoe.lamy/suspend").status == 303);
    BOOST_TEST(zoe.get("/worklist").status == 303);
    BOOST_TEST(chief.post("/accounts/zoe.lamy/resume").status == 303);
    BOOST_TEST(chief.post("/accounts/anna.noir/suspend").status == 403);
    BOOST_TEST(chief.get("/accounts/nobody").status == 404);
}

BOOST_AUTO_TEST_CASE(bound_sessions_and_say_what_is_no_bound) {
    chief.get("/accounts");
    const Response wrong = chief.post("/accounts/limits", {{"minutes", "a"}, {"hours", "8"}});
    BOOST_TEST(wrong.status == 422);
    BOOST_TEST(holds(wrong, "name=\"minutes\" inputmode=\"numeric\" maxlength=\"4\" value=\"a\""));
    BOOST_TEST(chief.post("/accounts/limits", {{"minutes", "20"}, {"hours", "8"}}).status == 303);
    BOOST_TEST(holds(chief.get("/accounts"), "value=\"20\""));
    manager.get("/accounts");
    BOOST_TEST(manager.post("/accounts/limits", {{"minutes", "20"}, {"hours", "8"}}).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
