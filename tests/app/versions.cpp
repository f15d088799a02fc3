// SPDX-License-Identifier: Apache-2.0
#include "app/versions.h"

#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "app/sample_workspace.h"
#include "app/workspace_definition.h"
#include "base/file.h"

using namespace cadran;
using namespace cadran::app;
using model::DefinitionKind;

namespace {

const std::string sheet = std::string("processes/") + process_name + ".xml";

struct Example : SampleWorkspace {
    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier"), malik = as("malik.dahmani");

    // A second version from October, with another target.
    void raise_the_target() {
        edit_draft(sheet, "value=\"100\"/>",
                   "value=\"100\"/><target from=\"2026-10-01\" value=\"99.5\" warning=\"98\"/>");
        BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
        BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-10-01"), "revue"})), "done");
    }
    std::string changes(DefinitionKind kind, const std::string& name, const WhichVersion& before = {},
                        const WhichVersion& after = {.draft = true}) {
        const auto comparison = compare(sophie, kind, name, before, after);
        BOOST_REQUIRE_MESSAGE(comparison, told(comparison));
        std::string text;
        for (const model::Change& change : comparison->changes) text += change.text + "\n";
        return text;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(versions, Example)

BOOST_AUTO_TEST_CASE(tell_where_each_definition_stands) {
    auto standing = list_definitions(sophie, DefinitionKind::process)->at(0);
    BOOST_TEST(!standing.in_force.has_value());
    BOOST_TEST(standing.edited);
    accept_rules();
    raise_the_target();
    standing = list_definitions(sophie, DefinitionKind::process)->at(0);
    BOOST_TEST(standing.in_force->number == 1);
    BOOST_TEST(standing.next->number == 2);
    BOOST_TEST(!standing.handed_in.has_value());
    BOOST_TEST(!standing.edited);
    edit_draft(sheet, "<purpose>", "<!-- x --><purpose>");
    BOOST_TEST(list_definitions(sophie, DefinitionKind::process)->at(0).edited);
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_TEST(list_definitions(sophie, DefinitionKind::process)->at(0).handed_in->number == 3);
}

BOOST_AUTO_TEST_CASE(have_a_history_that_says_from_when_to_when) {
    accept_rules();
    raise_the_target();
    const auto all = history(sophie, DefinitionKind::process, process_name).value();
    BOOST_REQUIRE(all.size() == 2u);
    BOOST_CHECK(all[0].last == day("2026-09-30"));
    BOOST_TEST(!all[1].last.has_value());
    BOOST_TEST(all[1].version.acceptance->reason == "revue");
    const auto missing = history(sophie, DefinitionKind::process, "pay-benefit");
    BOOST_TEST(told(missing) == "not found: app.no_version");
}

BOOST_AUTO_TEST_CASE(are_shown_by_number_by_date_and_as_drafts) {
    accept_rules();
    raise_the_target();
    const auto targets = [&](const WhichVersion& which) {
        return show_process(sophie, process_name, which)->process.indicators.at(0).targets.size();
    };
    BOOST_TEST(targets({}) == 1u);
    BOOST_TEST(targets({.number = 2}) == 2u);
    BOOST_TEST(targets({.on = day("2026-09-30")}) == 1u);
    BOOST_TEST(targets({.on = day("2026-10-01")}) == 2u);
    BOOST_TEST(targets({.draft = true}) == 2u);
    BOOST_TEST(told(show_process(sophie, process_name, {.number = 7})) == "not found: app.no_such_version");
    BOOST_TEST(told(show_process(sophie, process_name, {.on = day("2026-06-30")})) ==
               "not found: app.none_in_force");
}

BOOST_AUTO_TEST_CASE(of_a_process_differ_in_sentences) {
    accept_rules();
    raise_the_target();
    BOOST_TEST(changes(DefinitionKind::process, process_name, {}, {.number = 2}) ==
               "Cible de «\u00a0Paiements contrôlés avant paiement\u00a0»\u00a0: 100\u202f% → 99,5\u202f% à "
               "partir du "
               "01/10/2026\n"
               "Seuil d’alerte de «\u00a0Paiements contrôlés avant paiement\u00a0»\u00a0: aucun → 98\u202f% "
               "à partir du "
               "01/10/2026\n");
    edit_draft(sheet, "<purpose>", "<!-- x --><purpose>");
    const auto layout =
        compare(sophie, DefinitionKind::process, process_name, {.number = 2}, {.draft = true});
    BOOST_TEST(layout->changes.empty());
    BOOST_TEST(!layout->same_files);
}

BOOST_AUTO_TEST_CASE(of_a_plugin_differ_in_what_it_declares_and_in_its_code) {
    accept_rules();
    edit_draft("plugins/claims/controls/over-threshold.lua", "1000.00 EUR", "800.00 EUR");
    const std::string text = changes(DefinitionKind::plugin, "claims");
    BOOST_TEST(text.starts_with(
                   "Valeur par défaut de threshold (claims/over-threshold)\u00a0: 1\u202f000,00\u00a0€ → "
                   "800,00\u00a0€\n"),
               text);
    BOOST_TEST(text.find("controls/over-threshold.lua modifié à partir de la ligne") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(of_the_workspace_are_accepted_like_others) {
    edit_draft("workspace.xml", "Europe/Paris", "Europe/Lisbon");
    BOOST_REQUIRE_EQUAL(told(draft_workspace(sophie)), "done");
    Session management = as(model::Account{"admin", "Direction", {model::Role::management}, {}, "", 1});
    BOOST_TEST(told(accept_workspace(management, {"workspace", day("2026-07-01"), ""})) ==
               "invalid: app.change_without_reason");
    BOOST_TEST(told(accept_workspace(sophie, {"workspace", day("2026-07-01"), "x"})) ==
               "refused: app.own_draft");
    BOOST_TEST(changes(DefinitionKind::workspace, "workspace", {}, {.number = 2}) ==
               "Fuseau horaire\u00a0: Europe/Paris → Europe/Lisbon\n");
    BOOST_TEST(told(accept_workspace(management, {"workspace", day("2026-07-01"), "siège"})) == "done");
    BOOST_TEST(zone_of(sophie)->name() == "Europe/Paris");
    set_clock("2026-07-01T09:00:00Z");
    BOOST_TEST(zone_of(sophie)->name() == "Europe/Lisbon");
    BOOST_TEST(show_workspace(sophie)->catalogues.size() == 2u);
}

BOOST_AUTO_TEST_CASE(of_the_workspace_keep_what_processes_in_force_refer_to) {
    edit_draft(sheet, "<purpose>", "<stake ref=\"regulation\"/><purpose>");
    edit_draft("workspace.xml", "<stake id=\"",
               "<stake id=\"regulation\"><fr>x</fr><en>x</en></stake>\n<stake id=\"old-");
    std::string text = read_file(folder() / "workspace.xml").value();
    const auto again = text.find("id=\"regulation\"", text.find("id=\"regulation\"") + 1);
    if (again != std::string::npos) text.replace(again, 15, "id=\"regulations\"");
    write_durably(folder() / "workspace.xml", text);
    BOOST_REQUIRE_EQUAL(told(draft_workspace(sophie)), "done");
    Session management = as(model::Account{"admin", "Direction", {model::Role::management}, {}, "", 1});
    BOOST_REQUIRE_EQUAL(told(accept_workspace(management, {"workspace", day("2026-06-15"), "x"})), "done");
    accept_rules();
    edit_draft("workspace.xml", "id=\"regulation\"", "id=\"rules\"");
    BOOST_REQUIRE_EQUAL(told(draft_workspace(sophie)), "done");
    BOOST_TEST(told(accept_workspace(management, {"workspace", day("2026-08-01"), "x"})) ==
               "invalid: app.unknown_stake");
}

BOOST_AUTO_TEST_CASE(of_the_workspace_keep_what_a_sheet_refers_to_that_comes_into_force_later) {
    accept_rules();
    edit_draft("workspace.xml", "  <stake ", "  <stake id=\"speed\"><fr>x</fr><en>x</en></stake>\n  <stake ");
    BOOST_REQUIRE_EQUAL(told(draft_workspace(sophie)), "done");
    Session management = as(model::Account{"admin", "Direction", {model::Role::management}, {}, "", 1});
    BOOST_REQUIRE_EQUAL(told(accept_workspace(management, {"workspace", day("2026-07-02"), "x"})), "done");
    edit_draft(sheet, "<purpose>", "<stake ref=\"speed\"/><purpose>");
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-10-01"), "x"})), "done");
    edit_draft("workspace.xml", "id=\"speed\"", "id=\"haste\"");
    BOOST_REQUIRE_EQUAL(told(draft_workspace(sophie)), "done");
    const std::int64_t before = journal_number();
    BOOST_TEST(told(accept_workspace(management, {"workspace", day("2026-08-01"), "x"})) ==
               "invalid: app.unknown_stake");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(are_given_back_byte_for_byte) {
    const std::string first = read_file(folder() / sheet).value();
    const std::string plugin = read_file(folder() / "plugins/claims/controls/over-threshold.lua").value();
    const std::string workspace_file = read_file(folder() / "workspace.xml").value();
    accept_rules();
    raise_the_target();
    edit_draft("workspace.xml", "Europe/Paris", "Europe/Lisbon");
    edit_draft("plugins/claims/controls/over-threshold.lua", "1000.00 EUR", "800.00 EUR");
    const auto place = root() / "given back";
    BOOST_TEST(told(export_version(sophie, DefinitionKind::process, process_name, {.number = 1},
                                   root() / "first.xml")) == "done");
    BOOST_TEST(read_file(root() / "first.xml").value() == first);
    BOOST_TEST(told(export_version(sophie, DefinitionKind::plugin, "claims", {}, place / "claims")) ==
               "done");
    BOOST_TEST(read_file(place / "claims/controls/over-threshold.lua").value() == plugin);
    BOOST_TEST(told(export_version(sophie, DefinitionKind::workspace, "workspace", {}, place / "w")) ==
               "done");
    BOOST_TEST(read_file(place / "w/workspace.xml").value() == workspace_file);
    BOOST_TEST(std::filesystem::exists(place / "w/catalogues/iso-9001-2015.xml"));
    BOOST_TEST(told(export_version(sophie, DefinitionKind::plugin, "claims", {}, place / "claims")) ==
               "conflict: app.place_taken");
}

BOOST_AUTO_TEST_CASE(of_a_sheet_may_have_a_review_as_their_reason) {
    play_july();
    reach_act();
    edit_draft("processes/pay-benefits.xml", "value=\"100\"", "value=\"99\"");
    BOOST_TEST(told(draft_process(claire, process_name, period("2026-Q3"))) == "not found: app.no_review");
    prepare();
    const auto draft = draft_process(claire, process_name, period("2026-Q3"));
    BOOST_REQUIRE_EQUAL(told(draft), "done");
    BOOST_TEST(draft->review == "2026-Q3");
    // No other reason is asked for.
    BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-10-02"), ""})), "done");
    BOOST_TEST(history(claire, model::DefinitionKind::process, process_name)->back().version.review ==
               "2026-Q3");
}

BOOST_AUTO_TEST_SUITE_END()
