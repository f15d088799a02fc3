// SPDX-License-Identifier: Apache-2.0
// Audits: planned, prepared with the auditee, examined, closed. Pieces, findings and reports have files of
// their own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/audit.h"
#include "model/audit_dossier.h"

namespace cadran::app {

struct PlanAudit {
    std::string checklist;  // `delegate-audit/delegate-audit`; the plugin alone where it has just one
    std::string auditee;    // a provider of workspace.xml, or a process
    std::string scope;
    std::string references = {};
    Date from{};
    Date to{};
    std::vector<std::string> team;           // accounts of auditors; the first one leads
    std::vector<std::string> contacts = {};  // accounts; of a process its pilot and back-ups always are
    std::map<std::string, std::string> facts = {};
};
// All faults at once. Nobody audits their own work (ISO 9001:2015, 9.2.2): whoever is of the team is no
// contact, and no pilot or back-up of the process.
Result<model::Audit> plan_audit(Session& session, const PlanAudit& command);

struct AuditQuery {
    std::string auditee = {};  // empty: every one
    std::optional<model::AuditState> state = {};
    bool open = false;  // only those that have not ended
};
struct ListedAudit {
    model::Audit audit;
    LocalText auditee;
    std::string lead;  // who leads the team, as people call them
    std::int64_t late_pieces = 0;
    std::int64_t findings = 0;  // that ask for an answer, those withdrawn left out
    std::int64_t open = 0;      // of these
    std::int64_t overdue = 0;   // of these
};
// In order; those only that the actor may see.
Result<std::vector<ListedAudit>> list_audits(Session& session, const AuditQuery& query);

// Everything about it. Before the provisional report the auditee sees the pieces and no finding.
Result<model::AuditDossier> show_audit(Session& session, std::int64_t number);

struct HoldKickOff {
    std::int64_t audit = 0;
    Date held{};
    std::vector<std::string> participants;
    std::string minutes;
};
// Before the provisional report.
Result<model::Audit> hold_kick_off(Session& session, const HoldKickOff& command);

// Asks for every piece that concerns the auditee, until that day; else the checklist's term from today on.
Result<model::Audit> request_pieces(Session& session, std::int64_t number, const std::optional<Date>& due);

Result<model::Audit> begin_fieldwork(Session& session, std::int64_t number);

struct AssessItem {
    std::int64_t audit = 0;
    std::string item;
    // By criterion; of a question, by `answer`. What is left out keeps what was found before.
    std::map<std::string, model::Conformity> verdicts = {};
    std::string method = {};
    std::string result = {};
    std::string conclusion = {};
    bool whole = false;  // what is left out is nothing: takes the place of all that was found before
    // What stood there when they began to write, as `assessment_stand` says it; none: whatever stands there.
    std::optional<std::string> began_from = {};
};
// Tells what was found of an item from anything else that was, in a word that a form can carry; empty where
// nothing was found yet.
std::string assessment_stand(const model::Assessment* assessment);
// An item that concerns the auditee. Fails as a conflict, saying who, where somebody found something else
// meanwhile.
Result<model::Audit> assess_item(Session& session, const AssessItem& command);

Result<model::Audit> cancel_audit(Session& session, std::int64_t number, const std::string& reason);

// Once nothing is open.
Result<model::Audit> close_audit(Session& session, std::int64_t number);

}  // namespace cadran::app
