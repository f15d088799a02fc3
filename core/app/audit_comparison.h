// SPDX-License-Identifier: Apache-2.0
// Those who are audited, side by side and over the years.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/audit.h"
#include "model/audit_finding.h"

namespace cadran::app {

// What one audit found, strengths and what was withdrawn left out.
struct ComparedAudit {
    std::int64_t number = 0;
    model::AuditSubject subject = model::AuditSubject::delegate;
    std::string auditee;
    LocalText title;
    Date finished{};                                 // day of the final report
    std::map<model::Severity, std::int64_t> levels;  // of recommendations, all five
    std::int64_t nonconformities = 0;
    std::int64_t fresh = 0;     // that no earlier audit found
    std::int64_t repeated = 0;  // that one did
    std::int64_t worse = 0;     // of these, of a higher level than then
    std::int64_t verified = 0;
    std::int64_t open = 0;
};

// Audits whose final report is out and that the actor may see: by subject and auditee, oldest first.
// `auditee` empty: every one.
Result<std::vector<ComparedAudit>> compare_audits(Session& session, const std::string& auditee);

// Of all five levels, as the organisation calls them. For whoever may see audits.
Result<std::map<model::Severity, LocalText>> level_titles_of(Session& session);

}  // namespace cadran::app
