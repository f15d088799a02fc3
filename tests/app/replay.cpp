// SPDX-License-Identifier: Apache-2.0
#include "app/replay.h"

#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"
#include "base/file.h"
#include "store/finding_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
    }
    Session luc = as("luc.moreau");
    Session sophie = as("sophie.garnier");
    Session malik = as("malik.dahmani");
    const std::filesystem::path claims = file("claims.csv", july_claims);
    const std::filesystem::path findings = root() / "findings.csv";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(replay, Example)

BOOST_AUTO_TEST_CASE(finds_what_a_run_would_and_keeps_nothing) {
    const std::int64_t before = journal_number();
    const Replayed replayed = replay_controls(luc, {{control_name}, claims}).value();
    BOOST_REQUIRE(replayed.results.size() == 1u);
    BOOST_TEST(replayed.file.accepted == 7);
    BOOST_TEST(replayed.results[0].population == 7);
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(store::FindingRepository(workspace().database(), store::Sight::whole()).list({}).empty());

    import("claim", "again.csv", july_claims);
    const model::ControlResult run_result = run().run.results[0];
    BOOST_TEST(replayed.results[0].selected == run_result.selected);
    BOOST_TEST(replayed.results[0].failed == run_result.failed);
}

// A cell over two lines, and keys that repeat: the file is read into memory, and says the same.
BOOST_AUTO_TEST_CASE(finds_the_same_where_the_file_does_not_keep_to_the_rules) {
    replay_controls(luc, {{control_name}, claims, false, findings}).value();
    const std::string lines = read_file(findings).value();
    const auto twice = [](std::string line) { return line + line; };
    const std::string other = std::string(july_claims) +
                              twice("P99;A9;A9-1;PS9;optical;01/07/2026;15/07/2026;1;H07;;\n") +
                              "P98;\"A\n8\";A8-1;PS9;optical;01/07/2026;15/07/2026;1,00;H07;;\n";
    const auto replayed =
        replay_controls(luc, {{control_name}, file("other.csv", other), false, findings}).value();
    BOOST_TEST(replayed.file.accepted == 8);
    BOOST_TEST(replayed.file.rejected == 2);
    BOOST_TEST(read_file(findings).value() == lines);
}

BOOST_AUTO_TEST_CASE(can_be_stopped) {
    std::stop_source stop;
    luc.cancellation = stop.get_token();
    stop.request_stop();
    BOOST_TEST(told(replay_controls(luc, {{control_name}, claims, false, findings})) ==
               "conflict: record.cancelled");
    BOOST_TEST(!std::filesystem::exists(findings));
}

BOOST_AUTO_TEST_CASE(writes_a_line_a_finding) {
    replay_controls(luc, {{control_name}, claims, false, findings}).value();
    const std::string lines = read_file(findings).value();
    BOOST_TEST(lines.starts_with("control,records,event_date,outcome,severity,effect\r\n"));
    BOOST_TEST(lines.find("claims/over-threshold,P1,2026-07-15,fail,major,hold\r\n") != std::string::npos);
    BOOST_TEST(std::ranges::count(lines, '\n') == 5);
}

BOOST_AUTO_TEST_CASE(tries_the_draft_where_asked) {
    edit_draft("plugins/claims/controls/over-threshold.lua", "1000.00 EUR", "0.00 EUR");
    BOOST_TEST(replay_controls(luc, {{control_name}, claims}).value().results[0].failed == 4);
    const Replayed drafted = replay_controls(sophie, {{control_name}, claims, true}).value();
    BOOST_TEST(drafted.results[0].failed > 4);
    BOOST_TEST(drafted.results[0].control.version == 0);
}

BOOST_AUTO_TEST_CASE(names_what_does_not_fit) {
    BOOST_TEST(told(replay_controls(luc, {{"claims/over-treshold"}, claims})) == "not found: app.no_control");
    BOOST_TEST(told(replay_controls(luc, {{control_name, "claims/undue-payment"}, claims})) ==
               "invalid: app.replay_of_another_type");
    BOOST_TEST(told(replay_controls(luc, {{control_name}, root() / "none.csv"})).starts_with("not found: "));
}

BOOST_AUTO_TEST_CASE(writes_findings_neither_into_the_workspace_nor_over_the_file) {
    BOOST_TEST(told(replay_controls(luc, {{control_name}, claims, false, folder() / "f.csv"})) ==
               "refused: app.findings_in_workspace");
    BOOST_TEST(told(replay_controls(luc, {{control_name}, claims, false, claims})) ==
               "refused: app.findings_over_the_file");
    BOOST_TEST(read_file(claims).value() == july_claims);
}

BOOST_AUTO_TEST_CASE(tries_other_parameters_on_the_file) {
    const Replayed replayed =
        replay_controls(luc, {{control_name}, claims, false, {}, {{"threshold", "0"}}}).value();
    BOOST_TEST(replayed.results[0].failed > 4);
    BOOST_TEST(told(replay_controls(luc, {{control_name}, claims, false, {}, {{"treshold", "1"}}})) ==
               "invalid: app.unknown_parameter");
}

BOOST_AUTO_TEST_CASE(lets_authors_try_drafts_on_their_files_and_nobody_look_into_confided_records) {
    BOOST_TEST(replay_controls(malik, {{control_name}, claims, true}).has_value());
    BOOST_TEST(told(replay_controls(luc, {{control_name}, claims, true})) == "refused: app.no_right");
    // Of the types of this workspace, nothing that is open to all reads members.
    edit_draft(
        "plugins/claims/controls/over-threshold.lua", "  where      = \"amount",
        "  join       = { payer = \"member on number = claim.member\" },\n  where      = \"payer.vip = true "
        "and amount");
    BOOST_TEST(told(replay_controls(malik, {{control_name}, claims, true})) == "refused: app.no_right");
}

BOOST_AUTO_TEST_SUITE_END()
