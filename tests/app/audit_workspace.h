// SPDX-License-Identifier: Apache-2.0
// A workspace in which audits are made by a small checklist.
#pragma once

#include "app/audit.h"
#include "app/audit_checklist.h"
#include "app/audit_finding.h"
#include "app/audit_report.h"
#include "app/piece.h"
#include "app/state_machine.h"

namespace cadran::app {

// `sample/visit` audits a process: the piece `plan`, the questions `register` and `causes` (only where the
// register is nonconforming); a fact, `remote`; the sample `entries`, two of those that are closed. Audit 1 of pay-benefits is by `a-auditor`; its contacts are
// `a-auditee` and the pilot and back-up of the process. Each step requires that it succeeds.
class AuditWorkspace : public MachineWorkspace {
  public:
    AuditWorkspace();

    Session auditor() { return by(model::Role::auditor); }
    Session auditee() { return by(model::Role::auditee); }

    PlanAudit plan() const;
    void planned();
    void requested();  // the piece is asked for
    void received();   // and came in
    void fieldwork();  // is accepted; examined: the plan is nonconforming
    void stated();     // recommendation 1 on it, strength 2
    void provisional();
    void accepted();   // the auditee accepts recommendation 1
    void contested();  // or contests it
    void final_report();
    void follow_up();
    void resolved();
    void closed();

    model::Audit audit();
    model::AuditFinding finding();  // recommendation 1
};

}  // namespace cadran::app
