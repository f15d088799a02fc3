// SPDX-License-Identifier: Apache-2.0
#include "cli/definitions.h"

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/desk.h"

using namespace cadran;
using namespace cadran::cli;

namespace {

// The office with a plugin author and a quality manager; the plugin is in force from 1 July 2026.
struct Office : Desk {
    Office() {
        open_office();
        invite("malik", "plugin-author");
        invite("sophie", "quality-manager");
        must("plugin draft claims --token-file ../malik.token");
        must("plugin accept claims --from 2026-07-01 --token-file ../sophie.token");
    }
    Answer must(const std::string& line) {
        Answer answer = run(line);
        BOOST_REQUIRE_MESSAGE(answer.code == exit_fine, line << ": " << answer.notes);
        return answer;
    }
    void edit(const std::string& path, std::string_view search, std::string_view replacement) const {
        std::string text = read_file(folder / path).value();
        const auto place = text.find(search);
        BOOST_REQUIRE_MESSAGE(place != std::string::npos, path << " has no " << search);
        write_durably(folder / path, text.replace(place, search.size(), replacement));
    }
    // Another threshold, as the second version from 1 October.
    void lower_the_threshold() {
        edit(control_file, "1000.00 EUR", "800.00 EUR");
        must("plugin draft claims --token-file ../malik.token");
        must(
            "plugin accept claims --from 2026-10-01 --reason \"After the audit\" --token-file "
            "../sophie.token");
    }

    const std::string control_file = "plugins/claims/controls/over-threshold.lua";
};

constexpr std::string_view threshold_sentence =
    "Default of threshold (claims/over-threshold): €1,000.00 → €800.00\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(definitions, Office)

BOOST_AUTO_TEST_CASE(are_compared_in_sentences_and_found_changes_are_an_exit_code) {
    BOOST_TEST(must("plugin diff claims").results == "No change.\n");
    edit(control_file, "amount > threshold", "amount > threshold ");
    edit(control_file, "1000.00 EUR", "800.00 EUR");
    const Answer changed = run("plugin diff claims");
    BOOST_TEST(changed.code == exit_found);
    BOOST_TEST(changed.results.find(threshold_sentence) != std::string::npos, changed.results);
}

BOOST_AUTO_TEST_CASE(that_differ_in_comments_only_have_no_change_of_meaning) {
    edit("workspace.xml", "<organisation", "<!-- ours -->\n  <organisation");
    const Answer same = must("workspace diff");
    BOOST_TEST(same.results == "No change of meaning; the files differ in white space or comments.\n");
}

BOOST_AUTO_TEST_CASE(are_compared_for_programs_by_path_before_and_after) {
    lower_the_threshold();
    const Answer answer = run("plugin diff claims --from 1 --to 2 --format json");
    BOOST_TEST(answer.code == exit_found);
    const auto changes = Json::parse(answer.results);
    BOOST_REQUIRE(changes.has_value());
    const Json& first = changes->array().at(0);
    BOOST_TEST(first.at("path").string() == "controls/claims/over-threshold/parameter/threshold/default");
    BOOST_TEST(first.at("before").string() == "€1,000.00");
    BOOST_TEST(first.at("after").string() == "€800.00");
}

BOOST_AUTO_TEST_CASE(say_before_they_are_accepted_what_changes) {
    edit(control_file, "1000.00 EUR", "800.00 EUR");
    must("plugin draft claims --token-file ../malik.token");
    const Answer silent = run("plugin accept claims --from 2026-10-01 --token-file ../sophie.token");
    BOOST_TEST(silent.code == exit_invalid);
    BOOST_TEST(silent.notes.find("--reason") != std::string::npos, silent.notes);
    const Answer accepted =
        must("plugin accept claims --from 2026-10-01 --reason Audit --token-file ../sophie.token");
    BOOST_TEST(accepted.results.starts_with("– " + std::string(threshold_sentence)), accepted.results);
    const auto versions = Json::parse(must("plugin history claims --format json").results);
    BOOST_TEST(accepted.results.find(versions->array().at(1).at("sha256").string()) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(are_listed_with_what_is_in_force_and_what_comes_next) {
    lower_the_threshold();
    edit(control_file, "800.00 EUR", "700.00 EUR");
    const auto rows = Json::parse(must("plugin list --format json").results);
    const Json& row = rows->array().at(0);
    BOOST_TEST(row.at("version").integer() == 1);
    BOOST_TEST(row.at("from").string() == "2026-07-01");
    BOOST_TEST(row.at("next").integer() == 2);
    BOOST_TEST(row.at("next_from").string() == "2026-10-01");
    BOOST_TEST(row.at("edited").boolean());
    BOOST_TEST(must("process list").results.find("pay-benefits") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(have_a_history_with_people_dates_and_reasons) {
    lower_the_threshold();
    const auto rows = Json::parse(must("plugin history claims --format json").results);
    BOOST_REQUIRE(rows->array().size() == 2u);
    BOOST_TEST(rows->array().at(0).at("last").string() == "2026-09-30");
    BOOST_TEST(rows->array().at(1).at("author").string() == "malik");
    BOOST_TEST(rows->array().at(1).at("approver").string() == "sophie");
    BOOST_TEST(rows->array().at(1).at("reason").string() == "After the audit");
    BOOST_TEST(must("workspace history").results.find("ines") != std::string::npos);
    const Answer never = run("process history pay-benefits");
    BOOST_TEST(never.code == exit_invalid);
    BOOST_TEST(never.notes.find("process draft pay-benefits") != std::string::npos, never.notes);
}

BOOST_AUTO_TEST_CASE(are_shown_and_exported_by_number_by_date_and_as_drafts) {
    const std::string first = read_file(folder / control_file).value();
    lower_the_threshold();
    const auto version = [&](const std::string& which) {
        const Answer shown = must("plugin show claims --format json" + which);
        const auto json = Json::parse(shown.results);
        BOOST_REQUIRE_MESSAGE(json, shown.results);
        return json->at("version").integer();
    };
    BOOST_TEST(version("") == 1);
    BOOST_TEST(version(" --version 2") == 2);
    BOOST_TEST(version(" --on 2026-10-01") == 2);
    BOOST_TEST(must("plugin show claims --draft").results.find("draft") != std::string::npos);
    must("plugin export claims --on 2026-09-30 --to ../past");
    BOOST_TEST(read_file(home() / "past/controls/over-threshold.lua").value() == first);
    BOOST_TEST(run("plugin export claims --to ../past").code == exit_conflict);
    must("workspace export --version 1 --to ../rules");
    BOOST_TEST(read_file(home() / "rules/workspace.xml").value() ==
               read_file(folder / "workspace.xml").value());
    BOOST_TEST(must("workspace show --on 2026-07-01").results.find("Europe/Paris") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(are_named_by_one_version_that_exists) {
    BOOST_TEST(run("plugin show claims --version 1 --draft").code == exit_invalid);
    BOOST_TEST(run("plugin show claims --version one").code == exit_invalid);
    BOOST_TEST(run("plugin diff claims --from 0").code == exit_invalid);
    const Answer unknown = run("plugin show claims --version 9");
    BOOST_TEST(unknown.code == exit_invalid);
    BOOST_TEST(unknown.notes.find("plugin history claims") != std::string::npos, unknown.notes);
    BOOST_TEST(run("plugin show claim").notes.find("claims") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(are_hinted_at_with_commands_as_they_are_typed) {
    const Answer early = run("workspace accept --from 2026-10-01 --reason x --token-file ../sophie.token");
    BOOST_TEST(early.notes.find("cadran workspace draft\n") != std::string::npos, early.notes);
    const Answer unknown = run("workspace show --version 9");
    BOOST_TEST(unknown.notes.find("cadran workspace history\n") != std::string::npos, unknown.notes);
    const Answer again =
        run("plugin accept claims --from 2026-10-01 --reason x --token-file ../sophie.token");
    BOOST_TEST(again.notes.find("cadran plugin draft claims\n") != std::string::npos, again.notes);
}

BOOST_AUTO_TEST_SUITE_END()
