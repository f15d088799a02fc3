// SPDX-License-Identifier: Apache-2.0
#include "app/process_draft.h"

#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "app/sample_workspace.h"
#include "base/file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

const std::string sheet = std::string("processes/") + process_name + ".xml";

struct Example : SampleWorkspace {
    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier"), malik = as("malik.dahmani"),
            lea = as("lea.marchand");

    std::string on_disk() const { return read_file(folder() / sheet).value(); }
    ProcessDraft shown() {
        auto draft = show_draft(claire, process_name);
        BOOST_REQUIRE_MESSAGE(draft, told(draft));
        return std::move(*draft);
    }
    // That section as it is shown, with one value set.
    static ChangeSection with(const ProcessDraft& draft, const std::string& section, std::size_t row,
                              const std::string& field, const LocalText& text) {
        const auto rows = draft.content->find(section);
        ChangeSection command{draft.name, draft.revision, section, {}};
        if (rows != draft.content->end()) command.rows = rows->second;
        if (command.rows.size() <= row) command.rows.resize(row + 1);
        auto& values = command.rows[row].values[field];
        if (values.empty()) values.resize(1);
        values.front().text = text;
        const std::string place =
            field_name(section, row, definition::process_section(section).field(field), 0);
        values.front().place = {place};
        values.front().english_place = {place + ".en"};
        return command;
    }
    static std::string changes(const std::vector<model::Change>& all) {
        std::string text;
        for (const model::Change& change : all) text += change.path + "\n";
        return text;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(process_draft, Example)

BOOST_AUTO_TEST_CASE(shows_each_field_at_its_place_with_what_it_may_name) {
    accept_rules();
    const ProcessDraft draft = shown();
    BOOST_TEST(draft.may_edit);
    BOOST_TEST(draft.bytes == on_disk());
    const auto& due = draft.content->at("objectives").at(0).of("due").at(0);
    BOOST_TEST(due.text.fr == "2026-12-31");
    BOOST_TEST(due.place.file == "objectives.0.due");
    BOOST_TEST(draft.content->at("sheet").at(0).of("activity").at(0).english_place.file ==
               "sheet.0.activity.0.en");
    BOOST_TEST(draft.names.at("objectives.indicator").at(0).name == indicator_name);
    BOOST_TEST(draft.names.at("sheet.pilot").size() == 2u);
    BOOST_TEST(draft.changes.empty());
    BOOST_TEST(draft.faults.empty());
    BOOST_TEST(!show_draft(malik, process_name)->may_edit);
    BOOST_TEST(told(show_draft(lea, process_name)) == "refused: app.no_right");
    BOOST_TEST(told(show_draft(claire, "none")) == "not found: app.no_draft");
}

BOOST_AUTO_TEST_CASE(changes_one_field_of_the_file_and_no_other_byte) {
    accept_rules();
    edit_draft(sheet, "  <purpose>", "  <!-- of the board -->\n  <purpose>");
    const std::string before = on_disk();
    BOOST_REQUIRE_EQUAL(
        told(change_section(claire, with(shown(), "objectives", 0, "due", {"30/06/2027", ""}))), "done");
    std::string wanted = before;
    wanted.replace(wanted.find("2026-12-31"), 10, "2027-06-30");
    BOOST_TEST(on_disk() == wanted);
    BOOST_TEST(changes(shown().changes) == "objective/checked-before-payment/due\n");
    BOOST_TEST(shown().standing.edited);
}

BOOST_AUTO_TEST_CASE(tells_all_faults_at_their_fields_and_changes_nothing) {
    accept_rules();
    const std::string before = on_disk();
    const std::int64_t entries = journal_number();
    ChangeSection command = with(shown(), "objectives", 0, "due", {"bientôt", ""});
    command.rows[0].values["means"].front().text.en = "";
    const Done done = change_section(claire, command);
    BOOST_REQUIRE(!done);
    std::vector<std::string> places;
    for (const Diagnostic& fault : done.error().diagnostics) places.push_back(fault.place.file);
    std::ranges::sort(places);
    BOOST_TEST((places == std::vector<std::string>{"objectives.0.due", "objectives.0.means.en"}));
    BOOST_TEST(on_disk() == before);
    BOOST_TEST(journal_number() == entries);
}

BOOST_AUTO_TEST_CASE(keeps_what_is_not_right_yet_and_says_so) {
    accept_rules();
    BOOST_REQUIRE_EQUAL(
        told(change_section(claire, with(shown(), "objectives", 0, "indicator", {"not-yet-there", ""}))),
        "done");
    const ProcessDraft draft = shown();
    BOOST_TEST(draft.content.has_value());
    BOOST_TEST(told(draft.faults).find("definition.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(never_overwrites_what_somebody_else_did_there) {
    accept_rules();
    const ProcessDraft seen = shown();
    BOOST_REQUIRE_EQUAL(told(change_section(sophie, with(seen, "objectives", 0, "due", {"2027-01-31", ""}))),
                        "done");
    const std::string theirs = on_disk();
    const ChangeSection mine = with(seen, "objectives", 0, "due", {"2027-06-30", ""});
    BOOST_TEST(told(change_section(claire, mine)) == "conflict: app.draft_changed");
    BOOST_TEST(told(replace_draft(claire, process_name, seen.revision, seen.bytes)) ==
               "conflict: app.draft_changed");
    BOOST_TEST(on_disk() == theirs);
    BOOST_TEST(changes(*changes_since(claire, process_name, seen.revision)) ==
               "objective/checked-before-payment/due\n");
    BOOST_TEST(!changes_since(claire, process_name, Digest{}).has_value());
    // Another section is nobody else's yet.
    BOOST_TEST(told(change_section(claire, with(seen, "risks", 0, "impact", {"4", ""}))) == "done");
    BOOST_TEST(changes(shown().changes) ==
               "objective/checked-before-payment/due\nrisk/undue-payment/inherent\n");
}

BOOST_AUTO_TEST_CASE(adds_a_row_whose_id_follows_from_its_title) {
    accept_rules();
    ChangeSection command = with(shown(), "documents", 0, "title", {"Manuel", "Manual"});
    BOOST_REQUIRE_EQUAL(told(change_section(claire, command)), "done");
    BOOST_TEST(on_disk().find("  <retained-document>\n    <fr>Manuel</fr>\n    <en>Manual</en>\n") !=
               std::string::npos);
    command = with(shown(), "documents", 0, "title", {"", ""});
    BOOST_REQUIRE_EQUAL(told(change_section(claire, command)), "done");
    BOOST_TEST(on_disk().find("retained-document") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(takes_the_file_itself_where_its_form_is_right) {
    accept_rules();
    ProcessDraft seen = shown();
    std::string text = seen.bytes;
    text.replace(text.find("2026-12-31"), 10, "2027-06-30");
    const auto last_line = std::ranges::count(text, '\n');
    const Done wrong = replace_draft(claire, process_name, seen.revision, text + "<more/>");
    BOOST_REQUIRE(!wrong);
    BOOST_TEST(wrong.error().diagnostics.front().place.line >= last_line);
    BOOST_TEST(told(replace_draft(claire, process_name, seen.revision, text)) == "done");
    BOOST_TEST(on_disk() == text);
    seen = shown();
    text.replace(text.find("id=\"pay-benefits\""), 17, "id=\"pay-others\"");
    BOOST_TEST(told(replace_draft(claire, process_name, seen.revision, text)) == "invalid: app.other_id");
    BOOST_TEST(told(replace_draft(malik, process_name, seen.revision, seen.bytes + "\n")) ==
               "refused: app.no_right");
}

BOOST_AUTO_TEST_CASE(is_in_the_journal_by_its_content) {
    accept_rules();
    BOOST_REQUIRE_EQUAL(told(change_section(claire, with(shown(), "risks", 0, "impact", {"4", ""}))), "done");
    const std::int64_t entries = journal_number();
    BOOST_REQUIRE_EQUAL(told(change_section(claire, with(shown(), "risks", 0, "impact", {"4", ""}))), "done");
    BOOST_TEST(journal_number() == entries);  // nothing changed
}

BOOST_AUTO_TEST_CASE(is_accepted_as_it_was_read) {
    accept_rules();
    BOOST_REQUIRE_EQUAL(told(change_section(claire, with(shown(), "risks", 0, "impact", {"4", ""}))), "done");
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_REQUIRE_EQUAL(told(change_section(claire, with(shown(), "risks", 0, "impact", {"3", ""}))), "done");
    BOOST_REQUIRE_EQUAL(told(change_section(claire, with(shown(), "risks", 0, "likelihood", {"3", ""}))),
                        "done");
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_TEST(told(accept_process(sophie, {process_name, day("2026-10-01"), "revue", 2})) ==
               "conflict: app.newer_draft");
    BOOST_TEST(told(accept_process(sophie, {process_name, day("2026-10-01"), "revue", 3})) == "done");
}

BOOST_AUTO_TEST_SUITE_END()
