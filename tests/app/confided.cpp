// SPDX-License-Identifier: Apache-2.0
// What a control keeps for the Tracfin correspondent, where commands alone do not show it; see
// tests/cli/confided.cpp.
#include <set>

#include <boost/test/unit_test.hpp>

#include "app/control_outcomes.h"
#include "app/evidence.h"
#include "app/indicator.h"
#include "app/journal.h"
#include "app/plugin.h"
#include "app/process.h"
#include "app/purge.h"
#include "app/sample_workspace.h"
#include "base/file.h"
#include "store/finding_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

constexpr const char* fraud_control = "fraud/staff-account";

// Whether the review counts what the control found, beside naming it in the control plan.
bool is_counted(const std::string& json) {
    const std::string named = "\"control\": \"fraud/staff-account\",";
    for (auto at = json.find(named); at != std::string::npos; at = json.find(named, at + 1)) {
        if (trimmed(std::string_view(json).substr(at + named.size())).starts_with("\"corrected\""))
            return true;
    }
    return false;
}

struct Example : SampleWorkspace {
    // The quarter up to Act, with a control that seeks fraud in so many benefits, one of which went to the
    // staff.
    void play(int benefits) {
        edit_draft(
            "processes/pay-benefits.xml", "  </controls>",
            "<control use=\"fraud/staff-account\" frequency=\"monthly\" by=\"tracfin-correspondent\">"
            "<covers risk=\"undue-payment\"/><proof><fr>x</fr><en>x</en></proof></control></controls>");
        accept_fraud("2026-07-01");
        play_july();
        import("staff", "staff.csv",
               "code;since;team;iban\nH03;01/09/2020;Nord;" + july_ibans.front() + "\n");
        std::string file = "number;member;beneficiary;provider;act;invoice;amount;paid_on;handler;iban\n";
        for (int i = 0; i < benefits; ++i)
            file += fmt::format("B{};A;A-1;PS;optical;F-{};50,00;10/07/2026;H01;{}\n", i, i,
                                i == 7 ? july_ibans.front() : july_ibans.back());
        import("benefit", "benefits.csv", file);
        done = run();
    }
    void accept_fraud(const char* from) {
        Session malik = as("malik.dahmani"), sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(draft_plugin(malik, "fraud")), "done");
        BOOST_REQUIRE_EQUAL(told(accept_plugin(sophie, {"fraud", day(from), "test"})), "done");
    }
    const model::ControlResult& result(const model::Run& run) const {
        return *std::ranges::find_if(run.results,
                                     [](const auto& one) { return one.control.id == fraud_control; });
    }
    std::vector<model::Finding> kept() {
        return store::FindingRepository(workspace().database(), {false, {model::Role::tracfin_correspondent}})
            .list({});
    }
    std::string review_json(const model::Review& review) {
        const auto file = std::ranges::find(review.pack, "review.json", &model::PackFile::name);
        BOOST_REQUIRE(file != review.pack.end());
        return workspace().archive().read(file->digest).value();
    }

    RunDone done;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(confided, Example)

BOOST_AUTO_TEST_CASE(is_not_said_to_whoever_runs_the_control) {
    play(120);
    BOOST_REQUIRE(kept().size() == 1u);
    BOOST_TEST(result(done.run).population == 120);
    BOOST_TEST(result(done.run).selected == 0);
    BOOST_TEST(result(done.run).failed == 0);
    BOOST_TEST(result(done.run).fresh == 0);
    BOOST_TEST(done.confided == std::set<std::string>{fraud_control}, boost::test_tools::per_element());
    const auto stored = store::RunRepository(workspace().database()).find(done.run.number);
    BOOST_TEST(result(*stored).failed == 1);
    BOOST_TEST(result(*stored).fresh == 1);
}

BOOST_AUTO_TEST_CASE(is_counted_once_in_the_signed_review_and_closes_it_without_being_decided) {
    play(120);
    reach_act();
    prepare();
    hold();
    Session claire = as("claire.vasseur");
    const auto shown = show_review(claire, quarter);
    BOOST_REQUIRE(shown.has_value());
    BOOST_TEST(!is_counted(shown->pretty_text()));
    const std::string json = review_json(sign().review);
    BOOST_TEST(is_counted(json));
    BOOST_TEST(json.find(kept().front().id) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(is_not_even_counted_where_few_records_would_point_at_people) {
    play(99);
    reach_act();
    prepare();
    hold();
    BOOST_TEST(!is_counted(review_json(sign().review)));
}

BOOST_AUTO_TEST_CASE(is_a_population_alone_among_what_controls_found_last) {
    play(120);
    const auto outcome = [&] {
        Session sophie = as("sophie.garnier");
        const auto outcomes = list_outcomes(sophie).value();
        return *std::ranges::find(outcomes, fraud_control, &ControlOutcome::control);
    };
    BOOST_TEST(outcome().confided);
    BOOST_TEST(outcome().result->population == 120);
    BOOST_TEST(outcome().result->failed == 0);
    BOOST_TEST(outcome().result->fresh == 0);
    // What was found then stays so.
    edit_draft("plugins/fraud/controls/staff-account.lua", "  visible_to = \"tracfin-correspondent\",\n", "");
    accept_fraud("2026-07-24");
    BOOST_TEST(outcome().confided);
    BOOST_TEST(outcome().result->failed == 0);
}

BOOST_AUTO_TEST_CASE(stays_so_whatever_a_later_version_of_the_control_says) {
    play(120);
    edit_draft("plugins/fraud/controls/staff-account.lua", "  visible_to = \"tracfin-correspondent\",\n", "");
    accept_fraud("2026-07-02");
    run();
    Session luc = as("luc.moreau");
    const auto listed = list_findings(luc, {.process = process_name, .control = fraud_control});
    BOOST_REQUIRE(listed.has_value());
    BOOST_TEST(listed->empty());
    BOOST_TEST(kept().size() == 1u);
}

// Neither a figure nor a finding, though whoever exports it is the confidant too.
BOOST_AUTO_TEST_CASE(leaves_no_trace_in_an_evidence_pack) {
    play(120);
    Session sophie = as("sophie.garnier");
    sophie.actor.roles.push_back(model::Role::tracfin_correspondent);
    const auto exported =
        export_evidence(sophie, {{"", process_name, period("2026-Q3")}, root() / "evidence"});
    BOOST_REQUIRE(exported.has_value());
    const std::string runs = read_file(root() / "evidence/result/control-runs.csv").value();
    BOOST_TEST(runs.find("claims/over-threshold") != std::string::npos);
    BOOST_TEST(runs.find(fraud_control) == std::string::npos);
    const std::string id = kept().front().id;
    for (const auto& file : std::filesystem::recursive_directory_iterator(root() / "evidence")) {
        if (file.is_regular_file())
            BOOST_TEST(read_file(file.path()).value().find(id) == std::string::npos, file.path());
    }
}

BOOST_AUTO_TEST_CASE(gives_no_indicator) {
    edit_draft("processes/pay-benefits.xml", "measure=\"claims/decided-before-payment\"",
               "control=\"fraud/staff-account\"");
    accept_plugin_from("2026-07-01");
    accept_fraud("2026-07-01");
    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier");
    BOOST_TEST(told(draft_process(claire, process_name)) == "done");
    BOOST_TEST(told(accept_process(sophie, {process_name, day("2026-07-01"), ""})) ==
               "invalid: app.confided_is_no_indicator");
}

// A sheet that was accepted before the control came to keep what it finds.
BOOST_AUTO_TEST_CASE(gives_no_indicator_any_more) {
    edit_draft("processes/pay-benefits.xml", "measure=\"claims/decided-before-payment\"",
               "control=\"claims/over-threshold\"");
    play_july();
    edit_draft("plugins/claims/controls/over-threshold.lua", "\"hold\"", "\"flag\"");
    edit_draft("plugins/claims/controls/over-threshold.lua",
               "  severity   =", "  visible_to = \"tracfin-correspondent\",\n  severity   =");
    accept_plugin_from("2026-08-01");
    set_clock("2026-10-02T09:00:00Z");
    Session claire = as("claire.vasseur");
    BOOST_TEST(told(measure_indicators(claire, process_name, period("2026-Q3"))) ==
               "invalid: app.confided_is_no_indicator");
}

BOOST_AUTO_TEST_CASE(holds_no_purge_which_empties_it_uncounted) {
    play(120);
    set_clock("2040-01-02T09:00:00Z");
    Session sophie = as("sophie.garnier");
    const auto due = list_purgeable(sophie, {.type = "benefit"});
    BOOST_REQUIRE(due.has_value());
    BOOST_REQUIRE(due->imports.size() == 1u);
    BOOST_TEST(due->imports.front().findings.empty());
    for (const Message& hold : due->imports.front().held_by) BOOST_TEST(hold.id != "app.held_by_findings");
    if (due->imports.front().held_by.empty()) {
        const auto purged = purge_records(sophie, {{.type = "benefit"}, ""});
        BOOST_REQUIRE(purged.has_value());
        BOOST_TEST(purged->findings == 0);
        BOOST_TEST(kept().front().purged.has_value());
        BOOST_TEST(verify_journal(sophie)->faults.empty());
    }
}

// Whoever adds a file here sees to it that nothing of what it reads gets out.
BOOST_AUTO_TEST_CASE(is_read_past_all_sight_by_few) {
    std::set<std::string> files;
    for (const auto& one : std::filesystem::directory_iterator(CADRAN_SOURCE_DIR "/core/app")) {
        if (one.is_regular_file() &&
            read_file(one.path()).value().find("Sight::whole()") != std::string::npos)
            files.insert(one.path().filename().string());
    }
    const std::set<std::string> approved{"control.cpp", "decision.cpp", "dossier.cpp",  "journal.cpp",
                                         "purge.cpp",   "sight.cpp",    "work_item.cpp"};
    BOOST_TEST(files == approved, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
