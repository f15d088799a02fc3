// SPDX-License-Identifier: Apache-2.0
#include "app/audit_comparison.h"

#include <algorithm>
#include <tuple>

#include "app/audit_content.h"
#include "app/audit_dossier.h"
#include "app/rights.h"
#include "app/settings.h"
#include "store/audit_repository.h"

namespace cadran::app {

namespace {

using model::AuditFinding;

void take(ComparedAudit& compared, const AuditFinding& finding, store::AuditFindingRepository& findings) {
    if (!finding.counts()) return;
    if (finding.level && finding.kind == model::AuditFindingKind::recommendation)
        ++compared.levels[*finding.level];
    compared.nonconformities += model::is_nonconformity(finding.kind) ? 1 : 0;
    compared.verified += finding.state == model::AuditFindingState::verified ? 1 : 0;
    compared.open += finding.is_open() ? 1 : 0;
    if (finding.repeats == 0) {
        ++compared.fresh;
        return;
    }
    ++compared.repeated;
    const auto earlier = findings.find(finding.repeats);
    compared.worse += earlier && finding.level > earlier->level ? 1 : 0;
}

}  // namespace

Result<std::vector<ComparedAudit>> compare_audits(Session& session, const std::string& auditee) {
    if (const auto scope = scope_within(session, UseCase::show_audits); !scope)
        return tl::unexpected(scope.error());
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    store::Database& database = session.workspace.database();
    store::AuditFindingRepository findings(database);
    std::vector<ComparedAudit> all;
    for (const model::Audit& audit : store::AuditRepository(database).list(auditee)) {
        if (!audit.finished || !authorise(session, UseCase::show_audits, audit)) continue;
        ComparedAudit compared{.number = audit.number,
                               .subject = audit.subject,
                               .auditee = audit.auditee,
                               .title = {audit.auditee, audit.auditee},
                               .finished = zone->date_of(audit.finished->at),
                               .levels = {}};
        if (const auto title = auditee_title(session, audit)) compared.title = *title;
        for (const model::Severity level : model::all_severities) compared.levels[level] = 0;
        for (const AuditFinding& finding : findings.list(audit.number)) take(compared, finding, findings);
        all.push_back(std::move(compared));
    }
    std::ranges::stable_sort(
        all, {}, [](const ComparedAudit& one) { return std::tie(one.subject, one.auditee, one.finished); });
    return all;
}

Result<std::map<model::Severity, LocalText>> level_titles_of(Session& session) {
    if (const auto scope = scope_within(session, UseCase::show_audits); !scope)
        return tl::unexpected(scope.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    return level_titles(**organisation);
}

}  // namespace cadran::app
