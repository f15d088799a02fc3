// SPDX-License-Identifier: Apache-2.0
// What an auditor found (ISO 9000:2015, 3.13.9), from its statement to the proof that it was resolved.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/mark.h"
#include "model/review.h"
#include "model/severity.h"

namespace cadran::model {

enum class AuditFindingKind {
    strength,
    recommendation,       // of an operational audit, with its risk level
    major_nonconformity,  // of an audit of the system
    minor_nonconformity,
    sensitive_point,  // point sensible
    improvement,      // piste de progrès
};

inline constexpr std::array all_audit_finding_kinds{AuditFindingKind::strength,
                                                    AuditFindingKind::recommendation,
                                                    AuditFindingKind::major_nonconformity,
                                                    AuditFindingKind::minor_nonconformity,
                                                    AuditFindingKind::sensitive_point,
                                                    AuditFindingKind::improvement};

std::string_view audit_finding_kind_name(AuditFindingKind kind);
std::optional<AuditFindingKind> parse_audit_finding_kind(std::string_view name);
LocalText audit_finding_kind_title(AuditFindingKind kind);
// ISO 9001:2015, 10.2: it must be shown to be resolved, with its cause.
bool is_nonconformity(AuditFindingKind kind);
// The auditee must answer it: everything but a strength.
bool asks_for_answer(AuditFindingKind kind);

enum class AuditFindingState {
    drafted,
    issued,     // in the provisional report
    accepted,   // by the auditee
    contested,  // by the auditee; where it is maintained against that, the divergence stays
    withdrawn,
    resolved,  // so says the auditee
    verified,  // by the auditor
};

inline constexpr std::array all_audit_finding_states{
    AuditFindingState::drafted,   AuditFindingState::issued,    AuditFindingState::accepted,
    AuditFindingState::contested, AuditFindingState::withdrawn, AuditFindingState::resolved,
    AuditFindingState::verified};

std::string_view audit_finding_state_name(AuditFindingState state);
std::optional<AuditFindingState> parse_audit_finding_state(std::string_view name);
LocalText audit_finding_state_title(AuditFindingState state);

// What became of an argument.
enum class Settlement { maintained, amended, withdrawn };

inline constexpr std::array all_settlements{Settlement::maintained, Settlement::amended,
                                            Settlement::withdrawn};

std::string_view settlement_name(Settlement settlement);
std::optional<Settlement> parse_settlement(std::string_view name);
LocalText settlement_title(Settlement settlement);

// What the auditee says of it.
struct AuditeeAnswer {
    bool accepted = false;
    std::string argument = {};  // required where it is contested
    Mark mark;
};

struct SettledArgument {
    Settlement settlement = Settlement::maintained;
    std::string reason;
    std::string former_text = {};  // of what was amended, as it stood before
    std::optional<Severity> former_level = {};
    Mark mark;
};

// What was done, as the auditee says and shows.
struct Resolution {
    std::string comment;
    std::vector<PackFile> evidence = {};
    Date on{};
    Mark mark;
};

struct Verification {
    bool is_resolved = false;
    std::string comment;
    Mark mark;
};

struct AuditFinding {
    std::int64_t number = 0;
    std::int64_t audit = 0;
    AuditFindingKind kind = AuditFindingKind::recommendation;
    std::vector<std::string> items = {};  // of the checklist, that it rests on
    std::string text;                     // what is found, or recommended
    std::string comment = {};
    std::string reference = {};          // the clause, or the article of the convention
    std::optional<Severity> level = {};  // as the auditor decided; of a recommendation, always
    // As the checklist proposed it, with the id of its reason; none where nobody asked it.
    std::optional<Severity> proposed_level = {};
    std::string proposed_reason = {};
    std::string owner = {};  // who resolves it, at the auditee's
    std::optional<Date> expected_on = {};
    std::int64_t repeats = 0;  // the finding of an earlier audit that it repeats
    std::int64_t times = 1;    // how often it was found, this time included
    // ISO 9001:2015, 10.2.1: asked of nonconformities before they close.
    std::string consequence = {};
    std::string cause = {};
    std::string similar_cases = {};
    std::int64_t action = 0;  // that deals with it
    AuditFindingState state = AuditFindingState::drafted;
    Mark stated;
    std::optional<AuditeeAnswer> answer = {};
    std::optional<SettledArgument> settled = {};
    std::vector<Resolution> resolutions = {};      // oldest first
    std::vector<Verification> verifications = {};  // one for each resolution, but for the last
    int revision = 1;

    // Something was or is to be done about it: no strength, and not withdrawn.
    bool counts() const;
    // It stands in the final report and is not proved to be resolved.
    bool is_open() const;
    bool is_overdue(Date today) const { return is_open() && expected_on && *expected_on < today; }
    // Contested, and maintained or amended nonetheless.
    bool is_divergence() const;
};

// `R-12`
std::string audit_finding_name(std::int64_t number);
std::string audit_finding_name(const AuditFinding& finding);

// The steps. Each fails as a conflict from any state but those that it leaves from, saying what comes next
// there, and changes nothing then.

// From drafted. A strength has nothing left to be done.
Done issue(AuditFinding& finding);
// From drafted: it was wrong, and nobody outside the team has seen it. With a reason.
Done withdraw_draft(AuditFinding& finding, SettledArgument settled);
// From issued, or again until it is settled; contested with an argument only.
Done answer(AuditFinding& finding, AuditeeAnswer answer);
struct Amendment {
    std::string text = {};  // empty: as it was
    std::optional<Severity> level = {};
    std::optional<Date> expected_on = {};
};
// From issued, accepted or contested, with a reason. What is amended must become something else.
Done settle(AuditFinding& finding, SettledArgument settled, const Amendment& amendment);
// The day that both sides agreed on: from issued, accepted or contested.
Done agree_on(AuditFinding& finding, Date expected_on);
struct Analysis {
    std::string consequence = {};  // what is left out stays as it was
    std::string cause = {};
    std::string similar_cases = {};
    std::int64_t action = 0;
};
// From the provisional report on, until it is verified.
Done analyse(AuditFinding& finding, const Analysis& analysis);
// From issued, accepted or contested, after the final report; issued where nobody answered in time.
Done resolve(AuditFinding& finding, Resolution resolution);
// From resolved: verified, or open again.
Done verify(AuditFinding& finding, Verification verification);

}  // namespace cadran::model
