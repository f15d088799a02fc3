// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_trust.h"

#include <boost/test/unit_test.hpp>

#include "app/audited_workspace.h"
#include "app/plugin.h"
#include "app/replay.h"
#include "app/workspace_definition.h"
#include "base/file.h"

using namespace cadran;
using namespace cadran::app;

namespace {

constexpr const char* choosing_control = R"(return control "chooses" {
  title    = { fr = "choisit", en = "chooses" },
  from     = "claim",
  effect   = "check",
  severity = "low",
  message  = { fr = "{number}", en = "{number}" },
  messages = { late = { fr = "{number} en retard", en = "{number} is late" } },
  judge    = function(claim)
    if claim.number == "P1" then while true do end end
    if claim.number == "P2" then return fail { severity = claim.severitee } end
    if claim.act == "optical" then return fail { severity = "high", message = "late", effect = "flag" } end
    if claim.act == "consultation" then return pass() end
    return fail()
  end,
}
)";

const std::vector<std::string> honest_worker{CADRAN_WORKER, "serve-scripts"};

struct Example : AuditedWorkspace {
    Example() {
        write_durably(folder() / "plugins/claims/controls/chooses.lua", choosing_control);
        set_clock("2026-07-24T08:00:00Z");
        accept_plugin_from("2026-07-01");
    }

    void accept_workspace_from(const char* date) {
        Session admin = as("admin"), sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(draft_workspace(admin)), "done");
        BOOST_REQUIRE_EQUAL(told(accept_workspace(sophie, {"workspace", day(date), "test"})), "done");
    }
    void distrust(const std::string& plugin, const char* date = "2026-07-24") {
        edit_draft("workspace.xml", "</workspace>",
                   "<plugin id=\"" + plugin + "\" trust=\"none\"/></workspace>");
        accept_workspace_from(date);
    }

    std::string replayed() {
        Session luc = as("luc.moreau");
        const auto claims = file("claims.csv", july_claims), findings = root() / "findings.csv";
        const auto done = replay_controls(luc, {{"claims/chooses"}, claims, false, findings});
        if (!done) return told(done);
        return read_file(findings).value() + told(done->faults);
    }
    std::string played() {
        Session malik = as("malik.dahmani");
        const auto specs = test_plugin(malik, "claims", {.draft = true});
        if (!specs) return told(specs);
        std::string text;
        for (const PlayedSpec& spec : *specs)
            text += fmt::format("{} {} {} {} {} {}\n", spec.control, spec.examples, spec.cases, spec.lines,
                                spec.never_run.size(), told(spec.differences));
        return text;
    }
    std::string proposed(std::int64_t audit) {
        Session auditor = ines();
        const auto levels = propose_levels(auditor, audit);
        if (!levels) return told(levels);
        std::string text;
        for (const auto& level : *levels) {
            const audit::Proposal& one = level.proposal;
            text += fmt::format("{} {} {} {}\n", one.item, one.level ? model::severity_name(*one.level) : "",
                                one.reason, one.fault ? told(Diagnostics{*one.fault}) : "");
        }
        return text;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(plugin_trust, Example)

BOOST_AUTO_TEST_CASE(makes_no_difference_to_what_is_found) {
    const std::int64_t audit = plan("orbrelle", "2026-07-25", "2026-07-30");
    request(audit, "2026-07-28");
    begin(audit);
    const std::string findings = replayed(), examples = played(), levels = proposed(audit);
    BOOST_TEST(findings.find("error") != std::string::npos, findings);
    BOOST_TEST(findings.find("high,flag") != std::string::npos, findings);
    BOOST_TEST(examples.find("claims/over-threshold") != std::string::npos, examples);
    BOOST_TEST(levels.find("major") != std::string::npos, levels);

    distrust("claims");
    distrust("delegate-audit");
    reopen(honest_worker);
    BOOST_TEST(replayed() == findings);
    BOOST_TEST(played() == examples);
    BOOST_TEST(proposed(audit) == levels);
}

// There is no worker: what would run here runs nowhere.
BOOST_AUTO_TEST_CASE(none_of_its_files_runs_here) {
    const std::int64_t audit = plan("orbrelle", "2026-07-25", "2026-07-30");
    request(audit, "2026-07-28");
    begin(audit);
    import("claim", "claims.csv", july_claims);
    distrust("claims");
    distrust("delegate-audit");

    // Those that were read before it was distrusted are known; their judges run no more.
    Session luc = as("luc.moreau");
    BOOST_TEST(replayed().find("script.file_without_worker") != std::string::npos);
    const RunDone done = run();
    BOOST_TEST(done.run.results.size() > 0u);
    for (const model::ControlResult& result : done.run.results) BOOST_TEST(result.failed == 0);

    reopen();
    Session malik = as("malik.dahmani"), sophie = as("sophie.garnier");
    for (const std::string& what :
         {replayed(), played(), proposed(audit), told(show_plugin(sophie, "claims")),
          told(draft_plugin(malik, "claims")), told(plugins_in_force(workspace(), day("2026-07-24")))})
        BOOST_TEST(what.find("script.file_without_worker") != std::string::npos, what);
    BOOST_TEST(told(show_plugin(sophie, "supplier-audit")) == "done");
}

BOOST_AUTO_TEST_CASE(is_asked_for_wherever_scripts_run) {
    const std::filesystem::path folder = std::string(CADRAN_SOURCE_DIR) + "/core/app";
    std::vector<std::string> loading, judging;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = read_file(entry.path(), 1'000'000).value();
        const auto has = [&](std::string_view words) { return text.find(words) != std::string::npos; };
        const std::string name = entry.path().stem();
        if (has("script::load_plugin(")) loading.push_back(name);
        if (!has("script::Judge judge(") && !has("script::Grader grader(") && !has("control::rehearse("))
            continue;
        judging.push_back(name);
        BOOST_TEST(has("worker_for("), name);
    }
    std::ranges::sort(loading);
    std::ranges::sort(judging);
    // The one loads what this program itself fills in for a new plugin.
    BOOST_TEST((loading == std::vector<std::string>{"plugin_authoring", "plugin_trust"}));
    BOOST_TEST((judging == std::vector<std::string>{"audit_finding", "control_evaluation", "plugin"}));
}

BOOST_AUTO_TEST_CASE(is_that_of_what_was_accepted_last) {
    BOOST_TEST(is_trusted(workspace(), "claims").value());
    const std::string before = read_file(folder() / "workspace.xml").value();
    distrust("claims", "2027-01-01");  // not put off
    BOOST_TEST(!is_trusted(workspace(), "claims").value());
    BOOST_TEST(is_trusted(workspace(), "delegate-audit").value());
    Session sophie = as("sophie.garnier");
    write_durably(folder() / "workspace.xml", before);
    BOOST_TEST(!is_trusted(workspace(), "claims").value());  // a draft says nothing
    accept_workspace_from("2026-07-24");
    BOOST_TEST(is_trusted(workspace(), "claims").value());
}

BOOST_AUTO_TEST_CASE(is_said_of_the_plugin) {
    Session sophie = as("sophie.garnier");
    BOOST_TEST(show_plugin(sophie, "claims")->trusted);
    distrust("claims");
    reopen(honest_worker);
    Session again = as("sophie.garnier");
    BOOST_TEST(!show_plugin(again, "claims")->trusted);
    BOOST_TEST(show_plugin(again, "delegate-audit")->trusted);
}

BOOST_AUTO_TEST_SUITE_END()
