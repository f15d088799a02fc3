// SPDX-License-Identifier: Apache-2.0
// One finding of an audit on its page, with the forms of the steps that come next.
#pragma once

#include "web/audit_desk.h"

namespace cadran::web {

// Null where the audit has no such finding for these eyes.
const model::ReportedFinding* find_reported(const AuditDesk& desk, std::int64_t finding);

// What the person may do about it now.
struct FindingSteps {
    bool withdraw = false, answer = false, settle = false, analyse = false, resolve = false, verify = false;
};
FindingSteps steps_of(const model::AuditFinding& finding, const AuditDesk& desk);

// With what was typed, and what is wrong with it, where a form came back.
Response shown_finding(const AuditDesk& desk, const model::ReportedFinding& reported, const Failure* failure,
                       const Request& request, app::Session& session);

// `Bulletins d’affiliation, Notice d’information`
std::string item_titles(const model::AuditFinding& finding, const model::AuditDossier& dossier,
                        const Catalogue& catalogue);

// A row of a table of findings; of the dossier, the levels and items count.
Json::Object finding_row(const model::AuditFinding& finding, bool is_overdue,
                         const model::AuditDossier& dossier, const Catalogue& catalogue);

}  // namespace cadran::web
