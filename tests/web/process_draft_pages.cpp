// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "app/process_draft.h"
#include "base/file.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

const std::string draft_place = "/processes/pay-benefits/draft";

struct Sheets : ServedWorkspace {
    Sheets() {
        accept_rules();
        pilot.join(*this, "anne.delorme", model::Role::quality_manager);
        boss.join(*this, "paul.roche", model::Role::management);
        reader.join(*this, "marc.petit", model::Role::controller);
    }

    std::string on_disk() const { return read_file(folder() / "processes/pay-benefits.xml").value(); }

    // What the form of that page would send.
    static std::map<std::string, std::string> fields_of(const Response& page) {
        std::map<std::string, std::string> fields;
        const auto after = [&](std::size_t at, std::string_view mark) {
            const auto begin = page.body.find(mark, at) + mark.size();
            return page.body.substr(begin, page.body.find('"', begin) - begin);
        };
        for (const char* name : {"revision", "section", "rows"}) {
            const auto at = page.body.find(fmt::format("name=\"{}\"", name));
            if (at != std::string::npos) fields[name] = after(at, "value=\"");
        }
        for (auto at = page.body.find("<textarea id=\""); at != std::string::npos;
             at = page.body.find("<textarea id=\"", at + 1)) {
            const auto begin = page.body.find('>', at) + 1;
            fields[after(at, "id=\"")] =
                page.body.substr(begin, page.body.find("</textarea>", begin) - begin);
        }
        for (const char* mark :
             {"<input id=\"", "<input type=\"date\" id=\"", "<input inputmode=\"decimal\" id=\""}) {
            for (auto at = page.body.find(mark); at != std::string::npos; at = page.body.find(mark, at + 1))
                fields[after(at, "id=\"")] = after(at, "value=\"");
        }
        return fields;
    }

    Visitor pilot{site}, boss{site}, reader{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(draft_pages, Sheets)

BOOST_AUTO_TEST_CASE(change_one_field_of_the_sheet_and_show_what_it_means) {
    const std::string before = on_disk();
    const Response page = pilot.get(draft_place + "?section=objectives");
    BOOST_TEST(page.status == 200);
    auto fields = fields_of(page);
    BOOST_TEST(fields["objectives.0.due"] == "2026-12-31");
    fields["objectives.0.due"] = "2027-06-30";
    const Response saved = pilot.post(draft_place, fields);
    BOOST_TEST(header_of(saved, "Location") == draft_place + "?section=objectives&done=draft");
    std::string wanted = before;
    wanted.replace(wanted.find("2026-12-31"), 10, "2027-06-30");
    BOOST_TEST(on_disk() == wanted);
    const Response again = pilot.follow(saved);
    BOOST_TEST(holds(again, "30/06/2027"));
    BOOST_TEST(holds(again, "action=\"" + draft_place + "/hand-in\""));
}

BOOST_AUTO_TEST_CASE(keep_what_was_typed_with_each_fault_at_its_field) {
    const std::string before = on_disk();
    auto fields = fields_of(pilot.get(draft_place + "?section=objectives"));
    fields["objectives.0.due"] = "bientôt";
    fields["objectives.0.means"] = "Trois <contrôleurs>";
    fields["objectives.0.means.en"] = "";
    const Response refused = pilot.post(draft_place, fields);
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(holds(refused, "href=\"#objectives.0.due\""));
    BOOST_TEST(holds(refused, "href=\"#objectives.0.means.en\""));
    BOOST_TEST(holds(refused, "Trois &lt;contrôleurs&gt;"));
    BOOST_TEST(holds(refused, "value=\"bientôt\""));
    BOOST_TEST(holds(refused, "aria-invalid=\"true\""));
    BOOST_TEST(on_disk() == before);
}

BOOST_AUTO_TEST_CASE(add_move_and_remove_rows) {
    auto fields = fields_of(pilot.get(draft_place));
    fields["sheet.0.activity.1"] = "Payer";
    fields["sheet.0.activity.1.en"] = "Pay";
    fields["sheet.0.activity.1.rank"] = "1";
    // Choices are no fields of text: what the page has chosen.
    fields["sheet.0.kind"] = "realisation";
    fields["sheet.0.turn"] = "quarter";
    BOOST_TEST(pilot.post(draft_place, fields).status == 303);
    BOOST_TEST(on_disk().find("<fr>Payer</fr>\n    <en>Pay</en>\n  </activity>\n  <activity><fr>Contrôler") !=
               std::string::npos);
    fields = fields_of(pilot.get(draft_place + "?section=documents"));
    BOOST_TEST(fields["rows"] == "1");
    fields["documents.0.title"] = "Manuel";
    fields["documents.0.title.en"] = "Manual";
    BOOST_TEST(pilot.post(draft_place, fields).status == 303);
    fields = fields_of(pilot.get(draft_place + "?section=documents"));
    BOOST_TEST(fields["documents.0.title"] == "Manuel");
    fields["documents.0.remove"] = "yes";
    BOOST_TEST(pilot.post(draft_place, fields).status == 303);
    BOOST_TEST(on_disk().find("retained-document") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(show_what_somebody_else_did_and_lose_nothing) {
    auto fields = fields_of(pilot.get(draft_place + "?section=objectives"));
    app::Session claire = as("claire.vasseur");
    auto seen = app::show_draft(claire, "pay-benefits");
    seen->content->at("objectives")[0].values["due"][0].text.fr = "2027-01-31";
    BOOST_REQUIRE(app::change_section(
        claire, {"pay-benefits", seen->revision, "objectives", seen->content->at("objectives")}));
    const std::string theirs = on_disk();
    fields["objectives.0.due"] = "2027-06-30";
    const Response conflict = pilot.post(draft_place, fields);
    BOOST_TEST(conflict.status == 409);
    BOOST_TEST(holds(conflict, "31/01/2027"));
    BOOST_TEST(holds(conflict, "value=\"2027-06-30\""));
    BOOST_TEST(on_disk() == theirs);
    BOOST_TEST(pilot.post(draft_place, fields_of(conflict)).status == 303);
    BOOST_TEST(on_disk().find("2027-06-30") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(take_the_file_itself_with_its_comments) {
    const std::string place = draft_place + "?section=file";
    const auto revision = fields_of(pilot.get(place))["revision"];
    std::string text = on_disk();
    text.insert(text.find("  <purpose>"), "  <!-- <x> -->\r\n");
    const auto sent = [&](const std::string& words) {
        return std::map<std::string, std::string>{
            {"section", "file"}, {"revision", revision}, {"text", words}};
    };
    const Response wrong = pilot.post(draft_place, sent(text + "<more>"));
    BOOST_TEST(wrong.status == 422);
    BOOST_TEST(holds(wrong, "&lt;more&gt;</textarea>"));
    BOOST_TEST(holds(wrong, "ligne "));
    BOOST_TEST(pilot.post(draft_place, sent(text)).status == 303);
    BOOST_TEST(on_disk().find("<!-- <x> -->\n  <purpose>") != std::string::npos);
    BOOST_TEST(holds(pilot.get(place), "&lt;!-- &lt;x&gt; --&gt;"));
}

BOOST_AUTO_TEST_CASE(show_a_broken_draft_as_its_file) {
    edit_draft("processes/pay-benefits.xml", "<purpose>", "<purpos>");
    const Response page = pilot.get(draft_place);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, "&lt;purpos&gt;"));
    BOOST_TEST(!holds(page, "section=objectives"));
}

BOOST_AUTO_TEST_CASE(lead_to_a_version_that_somebody_else_puts_in_force) {
    auto fields = fields_of(pilot.get(draft_place + "?section=risks"));
    fields["risks.0.nature"] = "risk";
    fields["risks.0.treatment"] = "reduce";
    fields["risks.0.impact"] = "4";
    fields["risks.0.residual-impact"] = "4";
    BOOST_REQUIRE(pilot.post(draft_place, fields).status == 303);
    fields = fields_of(pilot.get(draft_place));
    const std::string seen = fields["revision"];
    const Response handed_in = pilot.post(draft_place + "/hand-in", {{"revision", seen}});
    const std::string version = "/processes/pay-benefits/versions/2";
    BOOST_TEST(header_of(handed_in, "Location") == version + "?done=handed_in");
    const Response own = pilot.follow(handed_in);
    BOOST_TEST(!holds(own, version + "/accept"));
    BOOST_TEST(pilot.post(version + "/accept", {{"from", "2026-08-01"}}).status == 403);
    const Response page = boss.get(version);
    BOOST_TEST(holds(page, version + "/accept"));
    BOOST_TEST(holds(page, "class=\"meant\""));
    const Response lacking = boss.post(version + "/accept", {{"from", "2026-08-01"}, {"reason", " "}});
    BOOST_TEST(lacking.status == 422);
    BOOST_TEST(holds(lacking, "value=\"2026-08-01\""));
    BOOST_TEST(
        boss.post("/processes/pay-benefits/versions/1/accept", {{"from", "2026-08-01"}, {"reason", "x"}})
            .status == 409);
    const Response accepted = boss.post(version + "/accept", {{"from", "2026-08-01"}, {"reason", "Comité"}});
    BOOST_TEST(header_of(accepted, "Location") == version + "?done=accepted");
    BOOST_TEST(holds(boss.get("/processes/pay-benefits/versions"), "Comité"));
    BOOST_TEST(holds(reader.get(version), "paul.roche"));
    BOOST_TEST(reader.get("/processes/pay-benefits/versions/9").status == 404);
}

BOOST_AUTO_TEST_CASE(are_handed_in_as_they_were_seen) {
    auto fields = fields_of(pilot.get(draft_place));
    edit_draft("processes/pay-benefits.xml", "2026-12-31", "2027-12-31");
    const Response conflict = pilot.post(draft_place + "/hand-in", {{"revision", fields["revision"]}});
    BOOST_TEST(conflict.status == 409);
}

BOOST_AUTO_TEST_CASE(are_read_by_others_and_changed_by_none_of_them) {
    const std::string before = on_disk();
    const Response page = reader.get(draft_place + "?section=objectives");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(holds(page, " readonly"));
    BOOST_TEST(!holds(page, "class=\"primary\""));
    auto fields = fields_of(page);
    fields["objectives.0.due"] = "2027-06-30";
    BOOST_TEST(reader.post(draft_place, fields).status == 403);
    BOOST_TEST(reader.post(draft_place + "/hand-in", fields).status == 403);
    BOOST_TEST(on_disk() == before);
    BOOST_TEST(reader.get("/processes/none/draft").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
