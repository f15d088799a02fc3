// SPDX-License-Identifier: Apache-2.0
// The functions behind the commands, one in each file of that name; the tables say what each takes.
#pragma once

#include <vector>

#include "cli/invocation.h"

namespace cadran::cli {

struct Command;

// The parts of the table that `commands` gives: what the system is made of, and what is done in it.
std::vector<Command> definition_commands();
std::vector<Command> work_commands();
std::vector<Command> audit_commands();

Result<int> init(Invocation& invocation);
Result<int> check(Invocation& invocation);
Result<int> account_add(Invocation& invocation);
Result<int> account_enrol(Invocation& invocation);
Result<int> account_address(Invocation& invocation);
Result<int> account_list(Invocation& invocation);
Result<int> plugin_new(Invocation& invocation);
Result<int> plugin_docs(Invocation& invocation);
Result<int> plugin_annotate(Invocation& invocation);
Result<int> plugin_draft(Invocation& invocation);
Result<int> plugin_accept(Invocation& invocation);
Result<int> plugin_list(Invocation& invocation);
Result<int> process_draft(Invocation& invocation);
Result<int> process_accept(Invocation& invocation);
Result<int> process_list(Invocation& invocation);
Result<int> process_show(Invocation& invocation);
Result<int> process_sheet(Invocation& invocation);
Result<int> process_map(Invocation& invocation);
Result<int> process_history(Invocation& invocation);
Result<int> process_diff(Invocation& invocation);
Result<int> process_export(Invocation& invocation);
Result<int> plugin_history(Invocation& invocation);
Result<int> plugin_diff(Invocation& invocation);
Result<int> plugin_export(Invocation& invocation);
Result<int> plugin_show(Invocation& invocation);
Result<int> plugin_test(Invocation& invocation);
Result<int> workspace_draft(Invocation& invocation);
Result<int> workspace_accept(Invocation& invocation);
Result<int> workspace_history(Invocation& invocation);
Result<int> workspace_diff(Invocation& invocation);
Result<int> workspace_export(Invocation& invocation);
Result<int> workspace_show(Invocation& invocation);
Result<int> process_template(Invocation& invocation);
Result<int> process_import(Invocation& invocation);
Result<int> risk_import(Invocation& invocation);
Result<int> cycle_list(Invocation& invocation);
Result<int> cycle_show(Invocation& invocation);
Result<int> cycle_plan(Invocation& invocation);
Result<int> cycle_check(Invocation& invocation);
Result<int> cycle_act(Invocation& invocation);
Result<int> import_file(Invocation& invocation);
Result<int> import_list(Invocation& invocation);
Result<int> purge(Invocation& invocation);
Result<int> control_show(Invocation& invocation);
Result<int> control_explain(Invocation& invocation);
Result<int> control_run(Invocation& invocation);
Result<int> control_replay(Invocation& invocation);
Result<int> finding_list(Invocation& invocation);
Result<int> finding_similar(Invocation& invocation);
Result<int> finding_confirm(Invocation& invocation);
Result<int> finding_dismiss(Invocation& invocation);
Result<int> nonconformity_open(Invocation& invocation);
Result<int> nonconformity_extend(Invocation& invocation);
Result<int> nonconformity_list(Invocation& invocation);
Result<int> nonconformity_show(Invocation& invocation);
Result<int> action_propose(Invocation& invocation);
Result<int> action_decide(Invocation& invocation);
Result<int> action_start(Invocation& invocation);
Result<int> action_progress(Invocation& invocation);
Result<int> action_finish(Invocation& invocation);
Result<int> action_verify(Invocation& invocation);
Result<int> action_cancel(Invocation& invocation);
Result<int> action_list(Invocation& invocation);
Result<int> action_show(Invocation& invocation);
Result<int> action_import(Invocation& invocation);
Result<int> action_export(Invocation& invocation);
Result<int> worklist_list(Invocation& invocation);
Result<int> worklist_show(Invocation& invocation);
Result<int> worklist_decide(Invocation& invocation);
Result<int> worklist_take(Invocation& invocation);
Result<int> worklist_give_back(Invocation& invocation);
Result<int> worklist_workload(Invocation& invocation);
Result<int> worklist_reopen(Invocation& invocation);
Result<int> worklist_contest(Invocation& invocation);
Result<int> worklist_export(Invocation& invocation);
Result<int> worklist_import(Invocation& invocation);
Result<int> worklist_release(Invocation& invocation);
Result<int> quality_show(Invocation& invocation);
Result<int> indicator_measure(Invocation& invocation);
Result<int> indicator_record(Invocation& invocation);
Result<int> indicator_show(Invocation& invocation);
Result<int> indicator_list(Invocation& invocation);
Result<int> indicator_chart(Invocation& invocation);
Result<int> review_prepare(Invocation& invocation);
Result<int> review_hold(Invocation& invocation);
Result<int> review_show(Invocation& invocation);
Result<int> review_decide(Invocation& invocation);
Result<int> review_sign(Invocation& invocation);
Result<int> export_indicators(Invocation& invocation);
Result<int> export_review(Invocation& invocation);
Result<int> export_management_review(Invocation& invocation);
Result<int> export_schema(Invocation& invocation);
Result<int> export_register(Invocation& invocation);
Result<int> export_calendar(Invocation& invocation);
Result<int> management_review_prepare(Invocation& invocation);
Result<int> management_review_list(Invocation& invocation);
Result<int> management_review_show(Invocation& invocation);
Result<int> management_review_supply(Invocation& invocation);
Result<int> management_review_justify(Invocation& invocation);
Result<int> management_review_decide(Invocation& invocation);
Result<int> management_review_hold(Invocation& invocation);
Result<int> management_review_sign(Invocation& invocation);
Result<int> nightly(Invocation& invocation);
Result<int> due(Invocation& invocation);
Result<int> xray(Invocation& invocation);
Result<int> journal_list(Invocation& invocation);
Result<int> journal_verify(Invocation& invocation);
Result<int> serve(Invocation& invocation);
Result<int> backup(Invocation& invocation);
Result<int> restore(Invocation& invocation);

}  // namespace cadran::cli
