// SPDX-License-Identifier: Apache-2.0
// What proves that a process is alive: which kinds of evidence there are, at which step each one stands, and
// which of them stand behind a clause of the standard.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/message.h"
#include "calendar/period.h"
#include "model/action.h"
#include "model/checklist.h"

namespace cadran::model {

enum class EvidenceStep { method, result, conclusion, action, proof };

inline constexpr std::array all_evidence_steps{EvidenceStep::method, EvidenceStep::result,
                                               EvidenceStep::conclusion, EvidenceStep::action,
                                               EvidenceStep::proof};

std::string_view evidence_step_name(EvidenceStep step);
LocalText evidence_step_title(EvidenceStep step);

enum class EvidenceKind {
    process_definition,
    process_sheet,
    control_source,
    measure_source,
    measurements,
    control_runs,
    process_review,
    management_review,
    audit_report,
    actions,
    nonconformities,
    findings,
    audit_findings,
    review_document,
    piece,
    resolution,
    journal,
    page,  // that leads to all of it
};

std::string_view evidence_kind_name(EvidenceKind kind);
// None of the page.
std::optional<EvidenceStep> step_of(EvidenceKind kind);

// What is asked for; what is said of several of them must hold together.
struct EvidenceScope {
    std::string clause = {};   // of the organisation's catalogue: `8.4`
    std::string process = {};  // id
    std::optional<calendar::Period> period = {};

    bool is_empty() const { return clause.empty() && process.empty() && !period; }
    // `clause=8.4,process=pay-benefits,period=2026-Q3`
    std::string text() const;
};

// One of both clauses is the other one or a part of it: `8.4` and `8.4.2`, but not `8.4.1` and `8.4.2`.
bool is_same_or_part(std::string_view one, std::string_view other);
// Whether the words name the clause or a part of it as a word of its own: `ISO 9001, 8.4.2`.
bool names_clause(std::string_view words, std::string_view clause);

// What stands behind a clause (of the edition of 2015) whichever process it is of, besides what cites the
// clause itself.
struct ClauseEvidence {
    std::set<EvidenceKind> kinds = {};
    std::set<ActionKind> actions = {};      // of `actions`, those of that kind…
    std::set<ActionOrigin> origins = {};    // …or of that origin
    std::set<AuditSubject> audits_of = {};  // of what audits brought, those of that subject
    bool takes(const Action& action) const;
};
ClauseEvidence evidence_behind(std::string_view clause);

}  // namespace cadran::model
