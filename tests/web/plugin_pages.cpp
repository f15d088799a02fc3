// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "app/plugin.h"
#include "app/workspace_definition.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

const std::string control_place = "/plugins/claims/controls/over-threshold";

struct Plugins : ServedWorkspace {
    Plugins() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims.csv", app::july_claims);
        run("2026-07");
        manager.join(*this, "anne.delorme", model::Role::quality_manager);
        author.join(*this, "marc.petit", model::Role::plugin_author);
        reader.join(*this, "rose.martin", model::Role::handler);
    }

    Visitor manager{site}, author{site}, reader{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(plugin_pages, Plugins)

BOOST_AUTO_TEST_CASE(say_what_a_plugin_offers_in_words) {
    BOOST_TEST(holds(reader.get("/plugins"), "href=\"/plugins/claims\""));
    const Response page = reader.get("/plugins/claims");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "href=\"" + control_place + "\""));
    BOOST_TEST(holds(page, "threshold"));
    BOOST_TEST(holds(page, "id=\"record-claim\""));
    BOOST_TEST(holds(reader.get("/plugins/fraud"), "Aucune version"));
    BOOST_TEST(reader.get("/plugins/none").status == 404);
}

BOOST_AUTO_TEST_CASE(say_of_a_plugin_that_is_not_trusted_where_its_scripts_run) {
    BOOST_TEST(!holds(reader.get("/plugins/claims"), "processus à part"));
    edit_draft("workspace.xml", "</workspace>", "<plugin id=\"claims\" trust=\"none\"/></workspace>");
    app::Session admin = as("admin"), sophie = as("sophie.garnier");
    BOOST_REQUIRE_EQUAL(app::told(app::draft_workspace(admin)), "done");
    BOOST_REQUIRE_EQUAL(
        app::told(app::accept_workspace(sophie, {"workspace", app::day("2026-07-01"), "test"})), "done");
    BOOST_TEST(holds(reader.get("/plugins/claims"), "processus à part"));
}

BOOST_AUTO_TEST_CASE(hand_a_draft_in_as_it_was_read) {
    edit_draft("plugins/claims/controls/over-threshold.lua", "1000.00 EUR", "800.00 EUR");
    const Response page = author.get("/plugins/claims/draft");
    BOOST_TEST(holds(page, "800,00"));
    BOOST_TEST(!holds(reader.get("/plugins/claims/draft"), "hand-in"));
    const std::string mark = "name=\"revision\" value=\"";
    const std::string revision = page.body.substr(page.body.find(mark) + mark.size(), 64);
    BOOST_TEST(author.post("/plugins/claims/draft/hand-in", {{"revision", std::string(64, '0')}}).status ==
               409);
    const Response done = author.post("/plugins/claims/draft/hand-in", {{"revision", revision}});
    BOOST_TEST(header_of(done, "Location") == "/plugins/claims/versions/2?done=handed_in");
    BOOST_TEST(holds(manager.get("/plugins"), "/plugins/claims/versions/2"));
    const Response version = manager.get("/plugins/claims/versions/2");
    BOOST_TEST(holds(version, "800,00"));
    BOOST_TEST(holds(version, "controls/over-threshold.lua"));
    BOOST_TEST(
        manager.post("/plugins/claims/versions/2/accept", {{"from", "2026-08-01"}, {"reason", "Seuil"}})
            .status == 303);
    BOOST_TEST(holds(reader.get("/plugins/claims/versions"), "Seuil"));
}

BOOST_AUTO_TEST_CASE(play_the_examples_where_somebody_asks) {
    const Response page = author.get("/plugins/claims/draft?examples=yes");
    BOOST_TEST(holds(page, "claims/over-threshold"));
    BOOST_TEST(holds(page, "comme attendu"));
}

BOOST_AUTO_TEST_CASE(tell_what_keeps_a_draft_from_being_read) {
    edit_draft("plugins/claims/controls/over-threshold.lua", "amount > threshold", "amont > threshold");
    const Response page = author.get("/plugins/claims/draft");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "amont"));
}

BOOST_AUTO_TEST_CASE(compare_a_threshold_with_the_one_in_force) {
    const std::int64_t before = journal_number();
    const Response page = manager.get(control_place);
    BOOST_TEST(holds(page, "name=\"set.threshold\" value=\"1000.00\""));
    BOOST_TEST(holds(page, "data-step="));
    BOOST_TEST(holds(page, "replay.js"));
    BOOST_TEST(!holds(page, "id=\"comparison\""));
    const Response compared = manager.get(control_place + "?since=2026-07-01&set.threshold=800");
    BOOST_TEST(compared.status == 200);
    BOOST_TEST(holds(compared, "id=\"comparison\""));
    BOOST_TEST(holds(compared, "<strong>P5</strong>"));
    BOOST_TEST(holds(compared, "value=\"800\""));
    BOOST_TEST(journal_number() == before);
    const Response wrong = manager.get(control_place + "?since=2026-07-01&set.threshold=beaucoup");
    BOOST_TEST(wrong.status == 422);
    BOOST_TEST(holds(wrong, "value=\"beaucoup\""));
    BOOST_TEST(manager.get(control_place + "?since=hier").status == 422);
    BOOST_TEST(reader.get(control_place).status == 200);
    BOOST_TEST(!holds(reader.get(control_place), "data-replay"));
    BOOST_TEST(reader.get(control_place + "?since=2026-07-01").status == 403);
    BOOST_TEST(manager.get("/plugins/claims/controls/none").status == 404);
}

BOOST_AUTO_TEST_CASE(try_the_draft_on_a_file_of_ones_own) {
    const Response page = author.get(control_place);
    BOOST_TEST(holds(page, control_place + "/file"));
    const auto sent = [&](const char* threshold, bool with_file) {
        Request request{.method = "POST", .path = control_place + "/file"};
        request.form.add("form_token", author.form_token);
        request.form.add("set.threshold", threshold);
        if (with_file) request.uploads.push_back(Upload{"file", file("mine.csv", app::july_claims), {}});
        return author.send(std::move(request));
    };
    BOOST_TEST(sent("800", false).status == 422);
    const Response compared = sent("800", true);
    BOOST_TEST(compared.status == 200);
    BOOST_TEST(holds(compared, "id=\"comparison\""));
    BOOST_TEST(holds(compared, "value=\"800\""));
    BOOST_TEST(reader.post(control_place + "/file", {}).status == 403);
}

BOOST_AUTO_TEST_CASE(show_what_controls_found_last_and_why_a_file_is_listed) {
    const Response page = manager.get("/controls");
    BOOST_TEST(holds(page, "href=\"" + control_place + "\""));
    BOOST_TEST(reader.get("/controls").status == 403);
    BOOST_TEST(holds(manager.get("/processes/pay-benefits"), "href=\"" + control_place + "\""));
    BOOST_TEST(!holds(reader.get("/processes/pay-benefits"), "id=\"controls\""));
    const std::string place = "/worklist/" + model::finding_id(app::control_name, {{"claim", "P3"}});
    BOOST_TEST(holds(manager.get(place), place + "/explanation"));
    const Response explained = manager.get(place + "/explanation");
    BOOST_TEST(explained.status == 200);
    BOOST_TEST(holds(explained, "controls/over-threshold.lua:"));
    BOOST_TEST(holds(explained, "href=\"/plugins/claims/versions/1\""));
    BOOST_TEST(manager.get("/worklist/F-0000000000000000/explanation").status == 404);
}

BOOST_AUTO_TEST_CASE(show_proof_by_clause_and_hand_it_over) {
    const Response page = manager.get("/xray");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "8.5.1"));
    BOOST_TEST(manager.post("/evidence", {{"clause", ""}}).status == 422);
    BOOST_TEST(manager.post("/evidence", {{"process", "pay-benefits"}, {"period", "soon"}}).status == 422);
    const Response file = manager.post("/evidence", {{"process", "pay-benefits"}, {"period", "2026-Q3"}});
    BOOST_TEST(file.status == 200);
    BOOST_TEST(file.type == "application/zip");
    BOOST_TEST(header_of(file, "Content-Disposition").starts_with("attachment"));
    BOOST_TEST(file.body.starts_with("PK"));
    BOOST_TEST(holds(manager.get("/documents"), "Payer"));
}

BOOST_AUTO_TEST_SUITE_END()
