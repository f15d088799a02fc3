// SPDX-License-Identifier: Apache-2.0
#include "app/definitions.h"

#include <fstream>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "app/check.h"
#include "app/cycle.h"
#include "app/plugin.h"
#include "app/process.h"
#include "app/sample_workspace.h"
#include "app/versions.h"
#include "app/workspace_definition.h"
#include "base/file.h"
#include "report/audit_report.h"

using namespace cadran;
using namespace cadran::app;

namespace {

constexpr const char* sheet = "processes/pay-benefits.xml";
constexpr const char* control_file = "plugins/claims/controls/over-threshold.lua";

struct Example : SampleWorkspace {
    Session claire = as("claire.vasseur");
    Session sophie = as("sophie.garnier");
    Session malik = as("malik.dahmani");

    // What becomes of the sheet, handed in and accepted from that date.
    Result<model::DefinitionVersion> accept_sheet(const char* date = "2026-07-01") {
        BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
        return accept_process(sophie, {process_name, day(date), "test"});
    }
};

std::string places(const Failure& failure) {
    std::string text;
    for (const Diagnostic& fault : failure.diagnostics)
        text += fmt::format("{}:{}:{} ", fault.place.file, fault.place.line, fault.place.column);
    return text;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(definitions, Example)

BOOST_AUTO_TEST_CASE(come_into_force_once_somebody_else_accepts_them) {
    accept_rules();
    const auto process = process_in_force(workspace(), process_name, day("2026-07-01"));
    BOOST_REQUIRE(process.has_value());
    BOOST_TEST(process->version.author == "claire.vasseur");
    BOOST_TEST(process->version.acceptance->approver == "sophie.garnier");
    BOOST_TEST(process->value.pilot == "claire.vasseur");
    BOOST_TEST(told(process_in_force(workspace(), process_name, day("2026-06-30"))) ==
               "not found: app.none_in_force");
    BOOST_TEST(told(plugin_in_force(workspace(), "claims", day("2026-06-30"))) ==
               "not found: app.none_in_force");
    BOOST_TEST(list_definitions(sophie, model::DefinitionKind::plugin)->size() == 6u);
    BOOST_TEST(list_definitions(sophie, model::DefinitionKind::process)->at(0).in_force->number == 1);
    BOOST_TEST(show_process(sophie, process_name)->version->number == 1);
}

BOOST_AUTO_TEST_CASE(are_not_accepted_by_their_author) {
    BOOST_TEST(told(draft_plugin(sophie, "claims")) == "done");
    const std::int64_t before = journal_number();
    BOOST_TEST(told(accept_plugin(sophie, {"claims", day("2026-07-01"), ""})) == "refused: app.own_draft");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(are_accepted_once) {
    accept_rules();
    BOOST_TEST(told(accept_plugin(sophie, {"claims", day("2026-08-01"), ""})) ==
               "conflict: app.already_in_force");
    BOOST_TEST(told(accept_process(sophie, {process_name, day("2026-08-01"), ""})) ==
               "conflict: app.already_in_force");
}

BOOST_AUTO_TEST_CASE(are_accepted_only_after_they_were_handed_in) {
    BOOST_TEST(told(accept_plugin(sophie, {"claims", day("2026-07-01"), ""})) ==
               "not found: app.nothing_handed_in");
}

BOOST_AUTO_TEST_CASE(are_handed_in_only_where_something_changed) {
    accept_rules();
    const std::int64_t before = journal_number();
    BOOST_TEST(told(draft_plugin(malik, "claims")) == "conflict: app.nothing_changed");
    BOOST_TEST(told(draft_process(claire, process_name)) == "conflict: app.nothing_changed");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(rule_the_past_only_with_a_reason) {
    BOOST_TEST(told(draft_plugin(malik, "claims")) == "done");
    BOOST_TEST(told(accept_plugin(sophie, {"claims", day("2026-06-14"), " "})) ==
               "invalid: app.past_without_reason");
    BOOST_TEST(told(accept_plugin(sophie, {"claims", day("2026-06-14"), "retard"})) == "done");
    BOOST_TEST(plugin_in_force(workspace(), "claims", day("2026-06-14")).has_value());
}

BOOST_AUTO_TEST_CASE(may_start_today_without_a_reason) {
    BOOST_TEST(told(draft_plugin(malik, "claims")) == "done");
    BOOST_TEST(told(accept_plugin(sophie, {"claims", day("2026-06-15"), ""})) == "done");
}

BOOST_AUTO_TEST_CASE(are_named_by_what_exists) {
    const auto draft = draft_plugin(malik, "claim");
    BOOST_TEST(told(draft) == "not found: app.no_draft");
    BOOST_TEST(draft.error().diagnostics.at(0).hint->id == "app.nearest");
    BOOST_TEST(told(draft_process(claire, "pay-benefit")) == "not found: app.no_draft");
}

BOOST_AUTO_TEST_CASE(have_the_name_of_their_file) {
    std::filesystem::copy(folder() / "plugins/claims", folder() / "plugins/copy",
                          std::filesystem::copy_options::recursive);
    BOOST_TEST(told(draft_plugin(malik, "copy")) == "invalid: app.other_id");
    std::filesystem::copy(folder() / sheet, folder() / "processes/copy.xml");
    BOOST_TEST(told(draft_process(sophie, "copy")) == "invalid: app.other_id");
}

BOOST_AUTO_TEST_CASE(of_plugins_take_no_file_from_outside_of_their_folder) {
    std::ofstream(root() / "outside.lua") << "return 'kept from plugins'";
    const auto link = folder() / "plugins/claims/controls/outside.lua";
    std::filesystem::create_symlink(root() / "outside.lua", link);
    const auto refused = draft_plugin(malik, "claims");
    BOOST_TEST(told(refused) == "invalid: app.link_leads_out");
    BOOST_TEST(places(refused.error()) == "controls/outside.lua:0:0 ");
    std::filesystem::remove(link);
    std::filesystem::create_symlink(folder() / control_file, link);
    BOOST_TEST(told(draft_plugin(malik, "claims")) == "invalid: script.name_is_not_the_files");
}

BOOST_AUTO_TEST_CASE(are_handed_in_without_a_fault) {
    edit_draft(control_file, "amount > threshold", "amout > threshold");
    const auto draft = draft_plugin(malik, "claims");
    BOOST_REQUIRE(!draft.has_value());
    BOOST_TEST(draft.error().diagnostics.at(0).place.file == control_file);
    BOOST_TEST(told(history(sophie, model::DefinitionKind::plugin, "claims")) ==
               "not found: app.never_handed_in");
}

BOOST_AUTO_TEST_CASE(are_not_changed_by_editing_their_draft) {
    accept_rules();
    edit_draft(control_file, "1000.00 EUR", "1.00 EUR");
    const auto control = show_control(sophie, control_name);
    BOOST_REQUIRE(control.has_value());
    BOOST_TEST(column::plain_text(control->control.parameters.at(0).default_value) == "1000.00 EUR");
    BOOST_TEST(!control->population.empty());
}

BOOST_AUTO_TEST_CASE(of_controls_are_shown_by_their_name) {
    accept_rules();
    const auto control = show_control(sophie, "claims/over-treshold");
    BOOST_TEST(told(control) == "not found: app.no_control");
    BOOST_TEST(control.error().diagnostics.at(0).hint->id == "app.nearest");
}

BOOST_AUTO_TEST_CASE(of_processes_fit_what_is_in_force_and_say_where_they_do_not) {
    accept_plugin_from("2026-07-01");
    const struct {
        const char* what;
        const char* by;
        const char* fault;
    } faults[] = {
        {"pilot account=\"claire.vasseur\"", "pilot account=\"claire.vaseur\"",
         "invalid: app.unknown_account"},
        {"backup account=\"hugo.lemaire\"", "backup account=\"hugo\"", "invalid: app.unknown_account"},
        {"claims/decided-before-payment", "claims/decided", "invalid: app.unknown_measure"},
        {"claims/over-threshold", "claims/over", "invalid: app.unknown_control"},
        {"</control>", "<parameter name=\"treshold\" value=\"1.00 EUR\"/></control>",
         "invalid: app.unknown_parameter"},
        {"</control>", "<parameter name=\"threshold\" value=\"-1.00 EUR\"/></control>",
         "invalid: script.below_minimum"},
        {"<purpose>", "<stake ref=\"fame\"/><purpose>", "invalid: app.unknown_stake"},
        {"<purpose>", "<interested-party ref=\"neighbours\"/><purpose>", "invalid: app.unknown_party"},
        {"<objectives>", "<clause ref=\"11.1\"/><objectives>", "invalid: app.unknown_clause"},
        {"<objectives>", "<upstream process=\"nowhere\"><fr>x</fr><en>x</en></upstream><objectives>",
         "invalid: app.unknown_process"},
        {"owner=\"claire.vasseur\"", "owner=\"claire\"", "invalid: app.unknown_account"},
        {"likelihood=\"2\"", "likelihood=\"5\"", "invalid: app.off_the_scale"},
        {"</process>",
         "<retained-document document=\"diary\"><fr>x</fr><en>x</en></retained-document></process>",
         "invalid: app.unknown_document"},
    };
    for (const auto& [what, by, fault] : faults) {
        edit_draft(sheet, what, by);
        BOOST_REQUIRE_EQUAL(told(draft_process(sophie, process_name)), "done");
        Session management = as(model::Account{"admin", "Direction", {model::Role::management}, {}, "", 1});
        const std::int64_t before = journal_number();
        const auto accepted = accept_process(management, {process_name, day("2026-07-01"), "test"});
        BOOST_TEST(told(accepted) == fault);
        BOOST_TEST(places(accepted.error()).starts_with(std::string(sheet) + ":"));
        BOOST_TEST(!places(accepted.error()).starts_with(std::string(sheet) + ":0"));
        BOOST_TEST(journal_number() == before);
        edit_draft(sheet, by, what);
    }
}

BOOST_AUTO_TEST_CASE(of_processes_need_their_plugin_in_force_on_that_date) {
    accept_plugin_from("2026-08-01");
    BOOST_TEST(told(accept_sheet("2026-07-01")) == "invalid: app.unknown_measure, app.unknown_control");
    BOOST_TEST(told(accept_process(sophie, {process_name, day("2026-08-01"), ""})) == "done");
}

BOOST_AUTO_TEST_CASE(open_the_first_turn_with_the_first_acceptance_alone) {
    accept_plugin_from("2026-07-01");
    BOOST_REQUIRE(accept_sheet("2026-08-15").has_value());
    set_clock("2026-08-15T09:00:00Z");
    const auto turn = show_cycle(claire, process_name);
    BOOST_REQUIRE(turn.has_value());
    BOOST_TEST(turn->cycle.number == 1);
    BOOST_TEST(turn->cycle.period.text() == "2026-Q3");
    edit_draft(sheet, "value=\"100\"", "value=\"99\"");
    BOOST_REQUIRE(accept_sheet("2026-10-01").has_value());
    BOOST_TEST(show_cycle(claire, process_name)->cycle.number == 1);
}

BOOST_AUTO_TEST_CASE(divide_a_period_by_their_versions) {
    accept_rules();
    edit_draft(control_file, "1000.00 EUR", "500.00 EUR");
    accept_plugin_from("2026-08-15");
    const auto parts = slices(workspace(), model::DefinitionKind::plugin, "claims", period("2026-Q3"));
    BOOST_REQUIRE(parts.size() == 2u);
    BOOST_CHECK(parts[0].last == day("2026-08-14"));
    BOOST_CHECK(parts[1].first == day("2026-08-15"));
    BOOST_CHECK(parts[1].last == day("2026-09-30"));
    BOOST_TEST(slices(workspace(), model::DefinitionKind::plugin, "claims", period("2026-Q2")).empty());
}

BOOST_AUTO_TEST_CASE(are_checked_all_at_once) {
    const auto sound = check_drafts(sophie);
    BOOST_REQUIRE(sound.has_value());
    BOOST_TEST(told(sound->faults) == "");
    BOOST_TEST(sound->files == 66);  // with two catalogues of clauses and the logo
    edit_draft(control_file, "amount > threshold", "amout > threshold");
    edit_draft(sheet, "claire.vasseur", "clare.vasseur");
    edit_draft("catalogues/iso-9001-2026.xml", "earlier=\"iso-9001-2015\"", "earlier=\"iso-9001-2008\"");
    edit_draft("workspace.xml", "Europe/Paris", "Europe/Pari");
    std::filesystem::copy(folder() / sheet, folder() / "processes/broken.xml");
    edit_draft("processes/broken.xml", "<purpose>", "<porpoise>");
    const Diagnostics faults = check_drafts(sophie)->faults;
    told(faults);
    std::vector<std::string> files;
    for (const Diagnostic& fault : faults) {
        if (files.empty() || files.back() != fault.place.file) files.push_back(fault.place.file);
    }
    BOOST_TEST(fmt::format("{}", fmt::join(files, " ")) ==
               "catalogues/iso-9001-2026.xml plugins/claims/controls/over-threshold.lua processes/broken.xml "
               "workspace.xml");
}

BOOST_AUTO_TEST_CASE(name_their_neighbours_on_both_sides) {
    edit_draft(sheet, "<objectives>",
               "<downstream process=\"answer\"><fr>x</fr><en>x</en></downstream><objectives>");
    std::filesystem::copy(folder() / sheet, folder() / "processes/answer.xml");
    edit_draft("processes/answer.xml", "id=\"pay-benefits\"", "id=\"answer\"");
    edit_draft("processes/answer.xml", "downstream process=\"answer\"", "upstream process=\"all\"");
    edit_draft("processes/answer.xml", "</downstream>", "</upstream>");
    BOOST_TEST(told(check_drafts(sophie)->faults) == "");
    edit_draft("processes/answer.xml", "process=\"all\"", "process=\"elsewhere\"");
    BOOST_TEST(told(check_drafts(sophie)->faults) == "app.unknown_process, app.not_named_upstream");
}

BOOST_AUTO_TEST_CASE(of_faulty_plugins_have_no_consequences_that_are_told) {
    edit_draft(control_file, "amount > threshold", "amout > threshold");
    BOOST_TEST(told(check_drafts(sophie)->faults) == "expression.unknown_name");
}

BOOST_AUTO_TEST_CASE(bring_a_logo_that_is_there_within_the_workspace_and_harmless) {
    const auto faults = [&] { return check_drafts(sophie)->faults; };
    const auto logo = folder() / "logo.svg";
    std::filesystem::rename(logo, root() / "outside.svg");
    BOOST_TEST(told(faults()) == "app.no_logo");
    BOOST_TEST(faults().at(0).place.file == "workspace.xml");
    BOOST_TEST(faults().at(0).place.line == 4);
    std::filesystem::create_symlink(root() / "outside.svg", logo);
    BOOST_TEST(told(faults()) == "app.no_logo");
    std::filesystem::remove(logo);
    std::filesystem::create_directory(logo);
    BOOST_TEST(told(faults()) == "app.no_logo");
    std::filesystem::remove(logo);
    write_durably(logo, "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
    BOOST_TEST(told(faults()) == "report.logo_refers_outside");
    BOOST_TEST(faults().at(0).place.line == 4);
    BOOST_TEST(told(draft_workspace(sophie)) == "invalid: report.logo_refers_outside");
}

BOOST_AUTO_TEST_CASE(bring_a_template_of_audit_reports_that_can_be_filled) {
    std::filesystem::create_directory(folder() / "templates");
    write_durably(folder() / audit_report_template_file, "no document");
    BOOST_TEST(check_drafts(sophie)->faults.front().place.file == audit_report_template_file);
    BOOST_TEST(told(draft_workspace(sophie)) == "invalid: format.zip_damaged");
    write_durably(folder() / audit_report_template_file, report::audit_report_template());
    BOOST_TEST(check_drafts(sophie)->faults.empty());
    BOOST_TEST(told(draft_workspace(sophie)) == "done");
    Session management = as(model::Account{"admin", "Direction", {model::Role::management}, {}, "", 1});
    BOOST_TEST(told(accept_workspace(management, {"workspace", day("2026-07-01"), "modèle"})) == "done");
    write_durably(folder() / audit_report_template_file, "another one");
    const auto files = workspace_in_force(workspace(), day("2026-07-02"))->value;
    BOOST_TEST(files.at(audit_report_template_file) == report::audit_report_template());
}

BOOST_AUTO_TEST_CASE(keep_the_logo_as_it_was_accepted) {
    const std::string first = organisation_of(sophie).value()->appearance.logo_bytes;
    BOOST_TEST(first.find("<svg") != std::string::npos);
    const std::string second = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    write_durably(folder() / "logo.svg", second);
    BOOST_TEST(organisation_of(sophie).value()->appearance.logo_bytes == first);
    const auto comparison =
        compare(sophie, model::DefinitionKind::workspace, "workspace", {}, {.draft = true});
    BOOST_REQUIRE(comparison->changes.size() == 1u);
    BOOST_TEST(comparison->changes[0].path == "appearance/logo");
    BOOST_REQUIRE_EQUAL(told(draft_workspace(sophie)), "done");
    Session management = as(model::Account{"admin", "Direction", {model::Role::management}, {}, "", 1});
    BOOST_REQUIRE_EQUAL(told(accept_workspace(management, {"workspace", day("2026-07-01"), "logo"})), "done");
    set_clock("2026-07-01T09:00:00Z");
    BOOST_TEST(organisation_of(sophie).value()->appearance.logo_bytes == second);
    const auto copy = root() / "copy";
    BOOST_REQUIRE_EQUAL(
        told(export_version(sophie, model::DefinitionKind::workspace, "workspace", {.number = 1}, copy)),
        "done");
    BOOST_TEST(read_file(copy / "logo.svg").value() == first);
}

BOOST_AUTO_TEST_SUITE_END()
