// SPDX-License-Identifier: Apache-2.0
// Conclusion: the final reports of audits, as they were frozen; of the proof, what auditees delivered and how
// findings were resolved. Of what is not final yet nothing leaves.
#include <algorithm>

#include <fmt/format.h>

#include "app/evidence_gathering.h"
#include "report/evidence_data.h"
#include "store/audit_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Audit;
using model::AuditFinding;
using model::EvidenceKind;

// The items of the checklist that cite the clause.
std::set<std::string> citing(const model::Checklist& checklist, const std::string& clause) {
    std::set<std::string> items;
    for (const model::ChecklistItem& item : checklist.items) {
        if (model::is_same_or_part(item.clause, clause)) items.insert(item.id);
    }
    return items;
}

bool examined(const Audit& audit, const std::set<std::string>& items) {
    return std::ranges::any_of(items, [&](const std::string& item) {
        return audit.assessment(item) != nullptr || audit.piece(item) != nullptr;
    });
}

LocalText title_of(const model::Checklist& checklist, const std::string& item) {
    const model::ChecklistItem* known = checklist.find(item);
    return known == nullptr ? LocalText{item, item} : known->title;
}

}  // namespace

// Of that process, or of any where the scope names none.
bool EvidenceGathering::concerns(const Audit& audit) const {
    const bool of_process = audit.subject == model::AuditSubject::process;
    const bool known = !of_process || std::ranges::any_of(processes_, [&](const ProcessOfScope& one) {
        return one.id == audit.auditee;
    });
    if (!known || (!of_process && !scope_.process.empty()) || audit.cancelled) return false;
    // From its first planned day to the day on which nothing of it was open any more.
    const Date end = audit.closed ? zone_.date_of(audit.closed->at) : std::max(audit.to, last_);
    return touches(audit.from, end) && authorise(session_, UseCase::show_audits, audit);
}

void EvidenceGathering::add_audits() {
    std::vector<AuditFinding> findings;
    for (const Audit& audit : store::AuditRepository(database_).list()) {
        if (!concerns(audit)) continue;
        const std::string place = "conclusion/audits/" + model::audit_name(audit);
        auto content = content_of(session_, audit);
        if (expect(content, place) == nullptr) continue;
        model::EvidencedAudit evidenced{.audit = audit, .auditee = {audit.auditee, audit.auditee}};
        if (const auto title = auditee_title(session_, audit)) evidenced.auditee = *title;
        if (!add_audit(evidenced, content->checklist)) continue;
        findings.insert(findings.end(), evidenced.findings.begin(), evidenced.findings.end());
        evidence_.dossier.audits.push_back(std::move(evidenced));
    }
    if (!findings.empty())
        add({.path = "proof/audit-findings.csv", .kind = EvidenceKind::audit_findings},
            report::audit_findings_csv(findings));
}

// False where nothing of it stands behind the clause.
bool EvidenceGathering::add_audit(model::EvidencedAudit& evidenced, const model::Checklist& checklist) {
    const Audit& audit = evidenced.audit;
    const bool whole =
        scope_.clause.empty() || behind_.audits_of.contains(audit.subject) ||
        std::ranges::any_of(processes_, [&](const ProcessOfScope& one) {
            return one.cites && audit.subject == model::AuditSubject::process && one.id == audit.auditee;
        });
    const std::set<std::string> items = whole ? std::set<std::string>{} : citing(checklist, scope_.clause);
    const auto is_wanted = [&](const std::string& item) { return whole || items.contains(item); };
    if (!audit.final_report.empty()) {
        for (AuditFinding& finding : store::AuditFindingRepository(database_).list(audit.number)) {
            // A convention has articles of its own.
            const bool named = audit.subject != model::AuditSubject::delegate && !whole &&
                               model::names_clause(finding.reference, scope_.clause);
            // What was withdrawn may have been seen by its team alone: the report says what became of the
            // rest.
            if (finding.state == model::AuditFindingState::drafted ||
                finding.state == model::AuditFindingState::withdrawn)
                continue;
            if (whole || named || std::ranges::any_of(finding.items, is_wanted))
                evidenced.findings.push_back(std::move(finding));
        }
    }
    if (!whole && evidenced.findings.empty() && !examined(audit, items)) return false;
    if (audit.final_report.empty()) return true;
    evidenced.finished = zone_.date_of(audit.finished->at);
    evidenced.files = add_pack(audit.final_report, "conclusion/audits/" + model::audit_name(audit),
                               {.path = {},
                                .kind = EvidenceKind::audit_report,
                                .subject = store::subject(audit),
                                .from = evidenced.finished});
    for (const model::Piece& piece : audit.pieces) {
        if (is_wanted(piece.item)) add_piece(evidenced, piece, title_of(checklist, piece.item));
    }
    for (const AuditFinding& finding : evidenced.findings) add_resolutions(evidenced, finding);
    return true;
}

void EvidenceGathering::add_piece(model::EvidencedAudit& evidenced, const model::Piece& piece,
                                  const LocalText& title) {
    for (std::size_t i = 0; i < piece.deliveries.size(); ++i) {
        const model::Delivery& delivery = piece.deliveries[i];
        const model::EvidenceFile file{
            .path = fmt::format("proof/audits/{}/pieces/{}/{}", model::audit_name(evidenced.audit),
                                piece.item, plain_file_name(delivery.file.name, i + 1)),
            .kind = EvidenceKind::piece,
            .subject = store::subject(evidenced.audit),
            .from = delivery.received,
            .original_name = delivery.file.name};
        if (add_archived(file, delivery.file.digest))
            evidenced.pieces.push_back({title, delivery.file.name, delivery.received, file.path});
    }
}

void EvidenceGathering::add_resolutions(model::EvidencedAudit& evidenced, const AuditFinding& finding) {
    subjects_.insert(store::subject(finding));
    std::size_t ahead = 0;
    for (const model::Resolution& resolution : finding.resolutions) {
        for (const model::PackFile& shown : resolution.evidence) {
            const std::string name = model::audit_finding_name(finding);
            const model::EvidenceFile file{
                .path = fmt::format("proof/audits/{}/resolutions/{}/{}", model::audit_name(evidenced.audit),
                                    name, plain_file_name(shown.name, ++ahead)),
                .kind = EvidenceKind::resolution,
                .subject = store::subject(finding),
                .from = resolution.on,
                .original_name = shown.name};
            if (add_archived(file, shown.digest))
                evidenced.pieces.push_back({{name, name}, shown.name, resolution.on, file.path});
        }
    }
}

}  // namespace cadran::app
