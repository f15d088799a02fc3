// SPDX-License-Identifier: Apache-2.0
#include "model/audit_finding.h"

#include <fmt/format.h>

#include "base/named.h"
#include "base/text.h"

namespace cadran::model {

namespace {

constexpr Named<AuditFindingKind> audit_finding_kinds[] = {
    {AuditFindingKind::strength, "strength", "point fort", "strength"},
    {AuditFindingKind::recommendation, "recommendation", "recommandation", "recommendation"},
    {AuditFindingKind::major_nonconformity, "major-nonconformity", "non-conformité majeure",
     "major nonconformity"},
    {AuditFindingKind::minor_nonconformity, "minor-nonconformity", "non-conformité mineure",
     "minor nonconformity"},
    {AuditFindingKind::sensitive_point, "sensitive-point", "point sensible", "sensitive point"},
    {AuditFindingKind::improvement, "improvement", "piste de progrès", "opportunity for improvement"},
};

constexpr Named<AuditFindingState> audit_finding_states[] = {
    {AuditFindingState::drafted, "drafted", "rédigé", "drafted"},
    {AuditFindingState::issued, "issued", "émis", "issued"},
    {AuditFindingState::accepted, "accepted", "accepté", "accepted"},
    {AuditFindingState::contested, "contested", "contesté", "contested"},
    {AuditFindingState::withdrawn, "withdrawn", "retiré", "withdrawn"},
    {AuditFindingState::resolved, "resolved", "résolu", "resolved"},
    {AuditFindingState::verified, "verified", "vérifié", "verified"},
};

constexpr Named<Settlement> settlements[] = {
    {Settlement::maintained, "maintained", "maintenu", "maintained"},
    {Settlement::amended, "amended", "modifié", "amended"},
    {Settlement::withdrawn, "withdrawn", "retiré", "withdrawn"},
};

// What may be done in that state.
Message next_step(AuditFindingState state) {
    switch (state) {
        case AuditFindingState::drafted: return {"model.audit_finding_is_drafted"};
        case AuditFindingState::issued: return {"model.audit_finding_is_issued"};
        case AuditFindingState::accepted:
        case AuditFindingState::contested: return {"model.audit_finding_is_answered"};
        case AuditFindingState::resolved: return {"model.audit_finding_is_resolved"};
        default: break;
    }
    return {"model.audit_finding_is_closed"};
}

Done expect_state(const AuditFinding& finding, bool expected) {
    if (expected) return {};
    return conflict(
        {"model.audit_finding_state",
         {{"finding", audit_finding_name(finding)}, {"state", audit_finding_state_title(finding.state)}}},
        next_step(finding.state));
}

bool is_answered(const AuditFinding& finding) {
    return finding.state == AuditFindingState::accepted || finding.state == AuditFindingState::contested;
}

bool is_changed_by(const AuditFinding& finding, const Amendment& amendment) {
    return (!amendment.text.empty() && amendment.text != finding.text) ||
           (amendment.level && amendment.level != finding.level) ||
           (amendment.expected_on && amendment.expected_on != finding.expected_on);
}

void amend(AuditFinding& finding, const Amendment& amendment) {
    if (!amendment.text.empty()) finding.text = amendment.text;
    if (amendment.level) finding.level = amendment.level;
    if (amendment.expected_on) finding.expected_on = amendment.expected_on;
}

}  // namespace

std::string_view audit_finding_kind_name(AuditFindingKind kind) {
    return named(audit_finding_kinds, kind).name;
}
std::optional<AuditFindingKind> parse_audit_finding_kind(std::string_view name) {
    return parse_named(audit_finding_kinds, name);
}
LocalText audit_finding_kind_title(AuditFindingKind kind) {
    return title_of(audit_finding_kinds, kind);
}

bool is_nonconformity(AuditFindingKind kind) {
    return kind == AuditFindingKind::major_nonconformity || kind == AuditFindingKind::minor_nonconformity;
}

bool asks_for_answer(AuditFindingKind kind) {
    return kind != AuditFindingKind::strength;
}

std::string_view audit_finding_state_name(AuditFindingState state) {
    return named(audit_finding_states, state).name;
}
std::optional<AuditFindingState> parse_audit_finding_state(std::string_view name) {
    return parse_named(audit_finding_states, name);
}
LocalText audit_finding_state_title(AuditFindingState state) {
    return title_of(audit_finding_states, state);
}

std::string_view settlement_name(Settlement settlement) {
    return named(settlements, settlement).name;
}
std::optional<Settlement> parse_settlement(std::string_view name) {
    return parse_named(settlements, name);
}
LocalText settlement_title(Settlement settlement) {
    return title_of(settlements, settlement);
}

bool AuditFinding::counts() const {
    return asks_for_answer(kind) && state != AuditFindingState::withdrawn;
}

bool AuditFinding::is_open() const {
    return asks_for_answer(kind) &&
           (state == AuditFindingState::issued || state == AuditFindingState::accepted ||
            state == AuditFindingState::contested || state == AuditFindingState::resolved);
}

bool AuditFinding::is_divergence() const {
    return answer && !answer->accepted && settled && settled->settlement != Settlement::withdrawn;
}

std::string audit_finding_name(std::int64_t number) {
    return fmt::format("R-{}", number);
}

std::string audit_finding_name(const AuditFinding& finding) {
    return audit_finding_name(finding.number);
}

Done issue(AuditFinding& finding) {
    if (const Done ready = expect_state(finding, finding.state == AuditFindingState::drafted); !ready)
        return ready;
    finding.state = AuditFindingState::issued;
    return {};
}

Done withdraw_draft(AuditFinding& finding, SettledArgument settled) {
    if (const Done ready = expect_state(finding, finding.state == AuditFindingState::drafted); !ready)
        return ready;
    if (is_blank(settled.reason))
        return invalid(Message{"model.settled_without_reason"}, Message{"model.give_the_reason"});
    finding.state = AuditFindingState::withdrawn;
    finding.settled = std::move(settled);
    return {};
}

Done answer(AuditFinding& finding, AuditeeAnswer answer) {
    const bool may = finding.state == AuditFindingState::issued || (is_answered(finding) && !finding.settled);
    if (const Done ready = expect_state(finding, may && asks_for_answer(finding.kind)); !ready) return ready;
    if (!answer.accepted && is_blank(answer.argument))
        return invalid(Message{"model.contested_without_argument"}, Message{"model.give_the_argument"});
    finding.state = answer.accepted ? AuditFindingState::accepted : AuditFindingState::contested;
    finding.answer = std::move(answer);
    return {};
}

Done settle(AuditFinding& finding, SettledArgument settled, const Amendment& amendment) {
    const bool may = finding.state == AuditFindingState::issued || is_answered(finding);
    if (const Done ready = expect_state(finding, may && asks_for_answer(finding.kind)); !ready) return ready;
    if (is_blank(settled.reason))
        return invalid(Message{"model.settled_without_reason"}, Message{"model.give_the_reason"});
    const bool amended = settled.settlement == Settlement::amended;
    if (is_changed_by(finding, amendment) != amended)
        return invalid(Message{amended ? "model.amended_without_change" : "model.changed_without_amending"},
                       Message{"model.say_what_is_amended"});
    if (amended) {
        settled.former_text = finding.text;
        settled.former_level = finding.level;
        amend(finding, amendment);
    }
    if (settled.settlement == Settlement::withdrawn) finding.state = AuditFindingState::withdrawn;
    finding.settled = std::move(settled);
    return {};
}

Done agree_on(AuditFinding& finding, Date expected_on) {
    const bool may = is_answered(finding) || finding.state == AuditFindingState::issued;
    if (const Done ready = expect_state(finding, may && asks_for_answer(finding.kind)); !ready) return ready;
    finding.expected_on = expected_on;
    return {};
}

Done analyse(AuditFinding& finding, const Analysis& analysis) {
    if (const Done ready = expect_state(finding, finding.is_open()); !ready) return ready;
    if (!analysis.consequence.empty()) finding.consequence = analysis.consequence;
    if (!analysis.cause.empty()) finding.cause = analysis.cause;
    if (!analysis.similar_cases.empty()) finding.similar_cases = analysis.similar_cases;
    if (analysis.action != 0) finding.action = analysis.action;
    return {};
}

Done resolve(AuditFinding& finding, Resolution resolution) {
    const bool may = is_answered(finding) || finding.state == AuditFindingState::issued;
    if (const Done ready = expect_state(finding, may && asks_for_answer(finding.kind)); !ready) return ready;
    if (is_blank(resolution.comment) && resolution.evidence.empty())
        return invalid(Message{"model.resolved_without_evidence"}, Message{"model.give_the_evidence"});
    finding.state = AuditFindingState::resolved;
    finding.resolutions.push_back(std::move(resolution));
    return {};
}

Done verify(AuditFinding& finding, Verification verification) {
    if (const Done ready = expect_state(finding, finding.state == AuditFindingState::resolved); !ready)
        return ready;
    if (is_blank(verification.comment))
        return invalid(Message{"model.verified_without_ground"}, Message{"model.say_what_was_seen"});
    const bool accepted = finding.answer ? finding.answer->accepted : true;
    if (verification.is_resolved)
        finding.state = AuditFindingState::verified;
    else
        finding.state = accepted ? AuditFindingState::accepted : AuditFindingState::contested;
    finding.verifications.push_back(std::move(verification));
    return {};
}

}  // namespace cadran::model
