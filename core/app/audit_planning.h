// SPDX-License-Identifier: Apache-2.0
// What whoever plans an audit chooses from.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "audit/programme.h"
#include "model/checklist.h"

namespace cadran::app {

// An account as people know it.
struct KnownPerson {
    std::string account;
    std::string person;
};

struct AuditChoices {
    std::vector<model::Checklist> checklists;  // of the plugins in force
    std::vector<audit::Auditable> auditees;    // for the checklists to choose from by subject
    std::vector<KnownPerson> auditors;
    std::vector<KnownPerson> contacts;  // whoever may answer for an auditee
};

// For whoever plans audits.
Result<AuditChoices> audit_choices(Session& session);

// Who may be the contact of an audit from outside: everybody who answers for a process, or is audited. For
// whoever keeps the record of such audits.
Result<std::vector<KnownPerson>> contacts_to_choose(Session& session);

}  // namespace cadran::app
