// SPDX-License-Identifier: Apache-2.0
// Every use case asks for its right before it does anything.
#include <functional>

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/action.h"
#include "app/action_import.h"
#include "app/audit_programme.h"
#include "app/backup.h"
#include "app/check.h"
#include "app/cycle.h"
#include "app/due.h"
#include "app/due_calendar.h"
#include "app/evidence.h"
#include "app/import.h"
#include "app/indicator.h"
#include "app/indicator_export.h"
#include "app/indicator_standing.h"
#include "app/journal.h"
#include "app/management_review.h"
#include "app/nightly.h"
#include "app/personal_token.h"
#include "app/plugin.h"
#include "app/process.h"
#include "app/provider.h"
#include "app/purge.h"
#include "app/quality.h"
#include "app/register.h"
#include "app/replay.h"
#include "app/reservation.h"
#include "app/sample_workspace.h"
#include "app/similar_cases.h"
#include "app/versions.h"
#include "app/web_session.h"
#include "app/worklist.h"
#include "app/worklist_sheet.h"
#include "app/workspace_definition.h"
#include "app/xray.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Call {
    const char* name;
    std::function<std::string(Session&, const std::filesystem::path& root)> tell;
};

const calendar::Period third_quarter = period("2026-Q3");

struct Example : SampleWorkspace {
    // Action 1.
    void propose_one() {
        Session sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(propose_action(sophie, {process_name, "Former"})), "done");
    }
};

const Call calls[] = {
    {"add_account",
     [](Session& s, const auto&) {
         return told(add_account(s, {"eve", "Eve", {model::Role::administrator}, {}, ""}));
     }},
    {"list_accounts", [](Session& s, const auto&) { return told(list_accounts(s)); }},
    {"invite_account",
     [](Session& s, const auto&) {
         return told(invite_account(s, {"claire.vasseur"}));
     }},
    {"suspend_account", [](Session& s, const auto&) { return told(suspend_account(s, "claire.vasseur")); }},
    {"resume_account", [](Session& s, const auto&) { return told(resume_account(s, "claire.vasseur")); }},
    {"set_session_limits", [](Session& s, const auto&) { return told(set_session_limits(s, {})); }},
    {"set_provider", [](Session& s, const auto&) { return told(set_provider(s, {})); }},
    {"remove_provider", [](Session& s, const auto&) { return told(remove_provider(s)); }},
    {"show_provider", [](Session& s, const auto&) { return told(show_provider(s)); }},
    {"link_identity", [](Session& s, const auto&) { return told(link_identity(s, "claire.vasseur", "1")); }},
    {"unlink_identity", [](Session& s, const auto&) { return told(unlink_identity(s, "claire.vasseur")); }},
    {"count_actions", [](Session& s, const auto&) { return told(count_actions(s, {})); }},
    {"survey_worklist", [](Session& s, const auto&) { return told(survey_worklist(s, {})); }},
    {"list_tokens", [](Session& s, const auto&) { return told(list_tokens(s, "claire.vasseur")); }},
    {"revoke_token", [](Session& s, const auto&) { return told(revoke_token(s, "claire.vasseur", "x")); }},
    {"back_up", [](Session& s, const auto& root) { return told(back_up(s, root / "backup")); }},
    {"check_drafts", [](Session& s, const auto&) { return told(check_drafts(s)); }},
    {"run_controls",
     [](Session& s, const auto&) { return told(run_controls(s, process_name, third_quarter)); }},
    {"replay_controls",
     [](Session& s, const auto& root) {
         return told(replay_controls(s, {{control_name}, root / "claims.csv", false, root / "found.csv"}));
     }},
    {"list_findings", [](Session& s, const auto&) { return told(list_findings(s, {process_name})); }},
    {"seek_similar", [](Session& s, const auto&) { return told(seek_similar(s, "P2", {})); }},
    {"xray", [](Session& s, const auto&) { return told(xray(s, "")); }},
    {"list_due", [](Session& s, const auto&) { return told(list_due(s, {.everybody = true})); }},
    {"calendar_of_due",
     [](Session& s, const auto&) { return told(calendar_of_due(s, {.everybody = true})); }},
    {"set_address",
     [](Session& s, const auto&) {
         return told(set_address(s, {"claire.vasseur", "c@example.org", {}}));
     }},
    {"run_nightly", [](Session& s, const auto&) { return told(run_nightly(s, {}, over_smtp())); }},
    {"open_nonconformity",
     [](Session& s, const auto&) {
         return told(open_nonconformity(s, {process_name, "t", "r", "e", {}, control_name, {}}));
     }},
    {"list_nonconformities", [](Session& s, const auto&) { return told(list_nonconformities(s, "")); }},
    {"show_nonconformity", [](Session& s, const auto&) { return told(show_nonconformity(s, 1)); }},
    {"propose_action",
     [](Session& s, const auto&) {
         return told(propose_action(s, {process_name, "t"}));
     }},
    {"decide_action", [](Session& s, const auto&) { return told(decide_action(s, {1})); }},
    {"start_action", [](Session& s, const auto&) { return told(start_action(s, 1)); }},
    {"report_progress", [](Session& s, const auto&) { return told(report_progress(s, 1, 10, "c")); }},
    {"finish_action", [](Session& s, const auto&) { return told(finish_action(s, 1, "c")); }},
    {"verify_action",
     [](Session& s, const auto&) {
         return told(verify_action(s, {1, true, "c"}));
     }},
    {"cancel_action", [](Session& s, const auto&) { return told(cancel_action(s, 1, "r")); }},
    {"list_actions", [](Session& s, const auto&) { return told(list_actions(s, {})); }},
    {"show_action", [](Session& s, const auto&) { return told(show_action(s, 1)); }},
    {"import_actions",
     [](Session& s, const auto& root) { return told(import_actions(s, {root / "plan.csv"})); }},
    {"record_indicator",
     [](Session& s, const auto&) {
         return told(record_indicator(s, {process_name, "x", third_quarter, {}, {}, {}, true, "c"}));
     }},
    {"show_cycle", [](Session& s, const auto&) { return told(show_cycle(s, process_name)); }},
    {"turn_cycle",
     [](Session& s, const auto&) { return told(turn_cycle(s, process_name, model::Stage::act)); }},
    {"import_records",
     [](Session& s, const auto& root) {
         return told(import_records(s, {"claim", root / "claims-07.csv", root / "rejects.csv"}));
     }},
    {"list_purgeable", [](Session& s, const auto&) { return told(list_purgeable(s, {})); }},
    {"purge_records", [](Session& s, const auto&) { return told(purge_records(s, {})); }},
    {"list_imports", [](Session& s, const auto&) { return told(list_imports(s, "")); }},
    {"measure_indicators",
     [](Session& s, const auto&) { return told(measure_indicators(s, process_name, third_quarter)); }},
    {"show_indicators", [](Session& s, const auto&) { return told(show_indicators(s, process_name, "")); }},
    {"list_indicators", [](Session& s, const auto&) { return told(list_indicators(s, "")); }},
    {"export_indicators", [](Session& s, const auto&) { return told(export_indicators(s, {})); }},
    {"book_indicators", [](Session& s, const auto&) { return told(book_indicators(s, {})); }},
    {"gather_register of actions",
     [](Session& s, const auto&) { return told(gather_register(s, {report::RegisterKind::actions})); }},
    {"gather_register of risks",
     [](Session& s, const auto&) { return told(gather_register(s, {report::RegisterKind::risks})); }},
    {"gather_register of nonconformities",
     [](Session& s, const auto&) {
         return told(gather_register(s, {report::RegisterKind::nonconformities}));
     }},
    {"gather_register of findings",
     [](Session& s, const auto&) { return told(gather_register(s, {report::RegisterKind::findings})); }},
    {"chart_indicator",
     [](Session& s, const auto&) {
         return told(chart_indicator(s, {process_name, indicator_name}));
     }},
    {"export_evidence",
     [](Session& s, const auto& root) {
         return told(export_evidence(s, {{.process = process_name}, root / "pack"}));
     }},
    {"list_journal", [](Session& s, const auto&) { return told(list_journal(s, 0)); }},
    {"verify_journal", [](Session& s, const auto&) { return told(verify_journal(s)); }},
    {"draft_plugin", [](Session& s, const auto&) { return told(draft_plugin(s, "claims")); }},
    {"accept_plugin",
     [](Session& s, const auto&) {
         return told(accept_plugin(s, {"claims", day("2026-08-01"), "x"}));
     }},
    {"list_plugins",
     [](Session& s, const auto&) { return told(list_definitions(s, model::DefinitionKind::plugin)); }},
    {"history",
     [](Session& s, const auto&) { return told(history(s, model::DefinitionKind::process, process_name)); }},
    {"compare",
     [](Session& s, const auto&) {
         return told(compare(s, model::DefinitionKind::process, process_name, {}, {.draft = true}));
     }},
    {"export_version",
     [](Session& s, const auto& root) {
         return told(export_version(s, model::DefinitionKind::process, process_name, {}, root / "sheet.xml"));
     }},
    {"draft_workspace", [](Session& s, const auto&) { return told(draft_workspace(s)); }},
    {"accept_workspace",
     [](Session& s, const auto&) {
         return told(accept_workspace(s, {"workspace", day("2026-07-01"), "test"}));
     }},
    {"show_workspace", [](Session& s, const auto&) { return told(show_workspace(s)); }},
    {"show_plugin", [](Session& s, const auto&) { return told(show_plugin(s, "claims")); }},
    {"show_control", [](Session& s, const auto&) { return told(show_control(s, control_name)); }},
    {"draft_process", [](Session& s, const auto&) { return told(draft_process(s, process_name)); }},
    {"accept_process",
     [](Session& s, const auto&) {
         return told(accept_process(s, {process_name, day("2026-08-01"), "x"}));
     }},
    {"show_process", [](Session& s, const auto&) { return told(show_process(s, process_name)); }},
    {"prepare_review", [](Session& s, const auto&) { return told(prepare_review(s, quarter)); }},
    {"hold_review",
     [](Session& s, const auto&) {
         return told(hold_review(s, {quarter, {"Eve"}, "x"}));
     }},
    {"show_review", [](Session& s, const auto&) { return told(show_review(s, quarter)); }},
    {"sign_review", [](Session& s, const auto&) { return told(sign_review(s, quarter)); }},
    {"export_review",
     [](Session& s, const auto& root) { return told(export_review(s, quarter, root / "pack")); }},
    {"prepare_management_review",
     [](Session& s, const auto&) { return told(prepare_management_review(s, third_quarter)); }},
    {"list_management_reviews", [](Session& s, const auto&) { return told(list_management_reviews(s)); }},
    {"show_management_review",
     [](Session& s, const auto&) { return told(show_management_review(s, third_quarter)); }},
    {"answer_input",
     [](Session& s, const auto&) {
         return told(
             answer_input(s, {third_quarter, model::ReviewInput::audits, model::AnswerKind::supplied, "x"}));
     }},
    {"decide_output",
     [](Session& s, const auto&) {
         return told(
             decide_output(s, {.period = third_quarter, .kind = model::OutputKind::resources, .text = "x"}));
     }},
    {"hold_management_review",
     [](Session& s, const auto&) {
         return told(hold_management_review(s, {third_quarter, {"Eve"}, "x"}));
     }},
    {"sign_management_review",
     [](Session& s, const auto&) { return told(sign_management_review(s, third_quarter)); }},
    {"export_management_review",
     [](Session& s, const auto& root) {
         return told(export_management_review(s, third_quarter, root / "pack"));
     }},
    {"list_worklist", [](Session& s, const auto&) { return told(list_worklist(s, {})); }},
    {"show_work_item", [](Session& s, const auto&) { return told(show_work_item(s, "P1")); }},
    {"decide",
     [](Session& s, const auto&) { return told(decide(s, {"P3", model::Verdict::released, {}, true, ""})); }},
    {"take", [](Session& s, const auto&) { return told(take(s, "P3")); }},
    {"give_back", [](Session& s, const auto&) { return told(give_back(s, "P3")); }},
    {"workload", [](Session& s, const auto&) { return told(workload(s)); }},
    {"reopen", [](Session& s, const auto&) { return told(reopen(s, {"P2", "x"})); }},
    {"contest", [](Session& s, const auto&) { return told(contest(s, {"P2", "x"})); }},
    {"settle_finding",
     [](Session& s, const auto&) { return told(settle_finding(s, {"P3", model::Verdict::confirmed, "x"})); }},
    {"export_worklist",
     [](Session& s, const auto& root) { return told(export_worklist(s, {}, root / "worklist.xlsx")); }},
    {"import_worklist",
     [](Session& s, const auto& root) { return told(import_worklist(s, root / "worklist.xlsx")); }},
    {"show_quality", [](Session& s, const auto&) { return told(show_quality(s, {third_quarter})); }},
    {"release_payments", [](Session& s, const auto&) { return told(release_payments(s)); }},
    {"find_release", [](Session& s, const auto&) { return told(find_release(s, 1)); }},
    {"audit_programme", [](Session& s, const auto&) { return told(audit_programme(s, {period("2027")})); }},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(refusals, Example)

BOOST_AUTO_TEST_CASE(meet_everybody_without_the_right_and_leave_everything_as_it_was) {
    play_july();
    propose_one();
    const std::int64_t before = journal_number();
    Session eve = as("lea.marchand");
    for (const Call& call : calls) BOOST_TEST(call.tell(eve, root()) == "refused: app.no_right", call.name);
    BOOST_TEST(journal_number() == before);
    for (const char* written : {"backup", "pack", "rejects.csv", "worklist.xlsx", "found.csv"})
        BOOST_TEST(!std::filesystem::exists(root() / written), written);
}

BOOST_AUTO_TEST_CASE(meet_the_pilot_of_another_process) {
    play_july();
    propose_one();
    const std::int64_t before = journal_number();
    Session other = as(model::Account{"paul.renard", "Paul Renard", {model::Role::pilot}, {}, "", 1});
    for (const char* name :
         {"run_controls", "seek_similar", "turn_cycle", "measure_indicators", "draft_process",
          "prepare_review", "hold_review", "sign_review", "decide_action", "start_action", "report_progress",
          "finish_action", "verify_action", "cancel_action", "export_evidence"}) {
        const auto call = std::ranges::find(calls, std::string(name), &Call::name);
        BOOST_TEST(call->tell(other, root()) == "refused: app.no_right", name);
    }
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_SUITE_END()
