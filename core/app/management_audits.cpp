// SPDX-License-Identifier: Apache-2.0
#include "app/management_audits.h"

#include "app/audit_content.h"
#include "store/audit_repository.h"

namespace cadran::app {

namespace {

using model::AuditFinding;
using model::AuditFindingKind;
using model::AuditFindingState;
using model::ManagedAudit;

// What only its team has seen is left out.
void count(ManagedAudit& audit, const AuditFinding& finding, Date today) {
    if (!finding.counts() || finding.state == AuditFindingState::drafted) return;
    switch (finding.kind) {
        case AuditFindingKind::recommendation:
            if (finding.level) ++audit.recommendations[*finding.level];
            break;
        case AuditFindingKind::major_nonconformity: ++audit.major_nonconformities; break;
        case AuditFindingKind::minor_nonconformity: ++audit.minor_nonconformities; break;
        default: ++audit.others; break;
    }
    audit.open += finding.is_open() ? 1 : 0;
    audit.overdue += finding.is_overdue(today) ? 1 : 0;
    audit.repeats += finding.repeats != 0 ? 1 : 0;
    audit.divergences += finding.is_divergence() ? 1 : 0;
}

}  // namespace

std::vector<model::ManagedAudit> managed_audits(Session& session, const calendar::Period& period,
                                                Date today) {
    store::Database& database = session.workspace.database();
    std::vector<ManagedAudit> audits;
    for (const model::Audit& audit : store::AuditRepository(database).list()) {
        if (audit.state == model::AuditState::cancelled || audit.from > period.last()) continue;
        ManagedAudit one{.number = audit.number,
                         .subject = audit.subject,
                         .auditee = audit.auditee,
                         .title = {audit.auditee, audit.auditee},
                         .state = audit.state,
                         .from = audit.from,
                         .to = audit.to};
        if (const auto title = auditee_title(session, audit)) one.title = *title;
        for (const AuditFinding& finding : store::AuditFindingRepository(database).list(audit.number))
            count(one, finding, today);
        if (audit.to >= period.first() || one.open > 0) audits.push_back(std::move(one));
    }
    return audits;
}

}  // namespace cadran::app
