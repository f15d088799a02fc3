// SPDX-License-Identifier: Apache-2.0
// The commands of audits.
#pragma once

#include "cli/invocation.h"

namespace cadran::cli {

Result<int> audit_plan(Invocation& invocation);
Result<int> audit_record(Invocation& invocation);
Result<int> audit_programme(Invocation& invocation);
Result<int> audit_list(Invocation& invocation);
Result<int> audit_compare(Invocation& invocation);
Result<int> audit_show(Invocation& invocation);
Result<int> audit_kick_off(Invocation& invocation);
Result<int> audit_request(Invocation& invocation);
Result<int> audit_begin(Invocation& invocation);
Result<int> audit_assess(Invocation& invocation);
Result<int> audit_export_checklist(Invocation& invocation);
Result<int> audit_import_checklist(Invocation& invocation);
Result<int> audit_sample(Invocation& invocation);
Result<int> audit_examine_sample(Invocation& invocation);
Result<int> audit_propose(Invocation& invocation);
Result<int> audit_report(Invocation& invocation);
Result<int> audit_finish(Invocation& invocation);
Result<int> audit_template(Invocation& invocation);
Result<int> audit_restitute(Invocation& invocation);
Result<int> audit_close(Invocation& invocation);
Result<int> audit_cancel(Invocation& invocation);
Result<int> piece_list(Invocation& invocation);
Result<int> piece_receive(Invocation& invocation);
Result<int> piece_accept(Invocation& invocation);
Result<int> piece_reject(Invocation& invocation);
Result<int> piece_export(Invocation& invocation);
Result<int> audit_finding_add(Invocation& invocation);
Result<int> audit_finding_withdraw(Invocation& invocation);
Result<int> audit_finding_list(Invocation& invocation);
Result<int> audit_finding_answer(Invocation& invocation);
Result<int> audit_finding_settle(Invocation& invocation);
Result<int> audit_finding_analyse(Invocation& invocation);
Result<int> audit_finding_resolve(Invocation& invocation);
Result<int> audit_finding_verify(Invocation& invocation);
Result<int> export_audit(Invocation& invocation);
Result<int> export_evidence(Invocation& invocation);

}  // namespace cadran::cli
