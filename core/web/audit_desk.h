// SPDX-License-Identifier: Apache-2.0
// One audit as all its pages know it: what stands in it, what the person may do about it, the way among the
// pages.
#pragma once

#include <optional>
#include <string>

#include "app/rights.h"
#include "app/session.h"
#include "calendar/zone.h"
#include "model/audit_dossier.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

struct AuditDesk {
    model::AuditDossier dossier;
    bool conducts = false;  // one of the team
    bool delivers = false;  // may hand pieces over
    bool answers = false;   // for the auditee
    bool plans = false;
    bool is_contact = false;  // before the provisional report, nothing of what was found is for these eyes

    const model::Audit& audit() const { return dossier.audit; }
    bool sees_findings() const;
    bool sees_checklist() const;
    bool has_pieces() const;
    // `/audits/3`, with what follows.
    std::string place(std::string_view behind = {}) const;
};

// Of the audit that the path names.
Result<AuditDesk> audit_desk(const Request& request, app::Session& session);
Result<AuditDesk> audit_desk(std::int64_t audit, app::Session& session);

// The same for whoever has that right on it; refused before anything else is looked at.
Result<AuditDesk> audit_desk(const Request& request, app::Session& session, app::UseCase use_case);

enum class AuditTab { overview, pieces, checklist, findings, report };

struct AuditPageContent {
    AuditTab tab = AuditTab::overview;
    std::string title = {};  // of a page below the tab; empty: that of the tab
    std::string body;
    int status = 200;
    std::string_view script = {};
};

// With its heading and the way among the pages of the audit.
Response framed_audit(const AuditDesk& desk, const AuditPageContent& content, const Request& request,
                      app::Session& session);

// `AU-3 – Mutuelle des Aravis`
std::string audit_title(const model::AuditDossier& dossier, const Catalogue& catalogue);

// A badge: its look and its words.
Json audit_badge(std::string_view look, std::string words);
Json level_badge(model::Severity level, const model::AuditDossier& dossier, const Catalogue& catalogue);
// `recommendation` and so on with its level where it has one.
Json finding_badge(const model::AuditFinding& finding, const model::AuditDossier& dossier,
                   const Catalogue& catalogue);

}  // namespace cadran::web
