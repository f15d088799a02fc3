// SPDX-License-Identifier: Apache-2.0
// What auditors find: stated, answered by the auditee, settled, resolved, verified.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/pack.h"
#include "app/session.h"
#include "audit/proposal.h"
#include "model/audit.h"
#include "model/audit_finding.h"

namespace cadran::app {

struct ProposedLevel {
    audit::Proposal proposal;
    LocalText item;
    LocalText reason;
    std::int64_t finding = 0;  // that rests on the item already; 0 for none
    std::int64_t repeats = 0;  // of an earlier audit, on the same item; 0 for none
};
// What the checklist proposes of every item that is not as it should be.
Result<std::vector<ProposedLevel>> propose_levels(Session& session, std::int64_t audit);

struct AddAuditFinding {
    std::int64_t audit = 0;
    model::AuditFindingKind kind = model::AuditFindingKind::recommendation;
    std::vector<std::string> items = {};
    std::string text;
    std::string comment = {};
    std::string reference = {};
    std::optional<model::Severity> level =
        {};  // of a recommendation: by default, the highest proposed of its items
    std::string owner = {};
    // By default, by the level, from the planned end of the audit; of an audit from outside, none.
    std::optional<Date> expected_on = {};
    // By default, the latest finding of an earlier audit of the auditee that rests on one of the items; 0:
    // none.
    std::optional<std::int64_t> repeats = {};
};
// During fieldwork. All faults at once.
Result<model::AuditFinding> add_audit_finding(Session& session, const AddAuditFinding& command);

// A draft that was wrong goes; during fieldwork only.
Result<model::AuditFinding> withdraw_audit_finding(Session& session, std::int64_t number,
                                                   const std::string& reason);

struct AuditFindingQuery {
    std::int64_t audit = 0;    // 0: every one
    std::string auditee = {};  // empty: every one
    bool open = false;         // only those
    bool overdue = false;      // only those
};
struct ListedAuditFinding {
    model::AuditFinding finding;
    std::string auditee;
    bool overdue = false;
};
// In order; those only that the actor may see: an auditee none that was not issued.
Result<std::vector<ListedAuditFinding>> list_audit_findings(Session& session, const AuditFindingQuery& query);

// The audit of a finding that the actor may see: an auditee none that was not issued.
Result<std::int64_t> audit_of_finding(Session& session, std::int64_t number);

struct AnswerAuditFinding {
    std::int64_t number = 0;
    bool accepted = false;
    std::string argument = {};
    std::string cause = {};
    std::string owner = {};            // who will resolve it
    std::optional<int> revision = {};  // that they saw: a conflict where it is another one by now
};
// By the auditee, from the provisional report on.
Result<model::AuditFinding> answer_audit_finding(Session& session, const AnswerAuditFinding& command);

struct SettleAuditFinding {
    std::int64_t number = 0;
    model::Settlement settlement = model::Settlement::maintained;
    std::string reason;
    model::Amendment amendment = {};
    std::optional<int> revision = {};  // likewise, and below
};
// By the team, before the final report.
Result<model::AuditFinding> settle_audit_finding(Session& session, const SettleAuditFinding& command);

struct AnalyseAuditFinding {
    std::int64_t number = 0;
    std::string consequence = {};  // what is left out stays as it was
    std::string cause = {};
    std::string similar_cases = {};
    std::int64_t action = 0;
    std::optional<int> revision = {};
};
// ISO 9001:2015, 10.2.1: what a nonconformity has led to, why, where else, and the action that deals with it.
Result<model::AuditFinding> analyse_audit_finding(Session& session, const AnalyseAuditFinding& command);

struct ResolveAuditFinding {
    std::int64_t number = 0;
    std::string comment;
    std::vector<std::filesystem::path> evidence = {};
    std::optional<Date> on = {};  // by default, today
    std::optional<int> revision = {};
};
// By the auditee, after the final report.
Result<model::AuditFinding> resolve_audit_finding(Session& session, const ResolveAuditFinding& command);

// A file that proves the resolution of a finding, both counted from 1 as they stand there.
Result<PackContent> read_resolution_evidence(Session& session, std::int64_t finding, std::size_t resolution,
                                             std::size_t file);

// By the team. A nonconformity is resolved once consequence, cause and similar cases are said and its action
// is verified effective.
Result<model::AuditFinding> verify_audit_finding(Session& session, std::int64_t number, bool is_resolved,
                                                 const std::string& comment);

}  // namespace cadran::app
