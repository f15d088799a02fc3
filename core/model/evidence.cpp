// SPDX-License-Identifier: Apache-2.0
#include "model/evidence.h"

#include "base/named.h"

namespace cadran::model {

namespace {

using enum EvidenceKind;

constexpr Named<EvidenceStep> steps[] = {
    {EvidenceStep::method, "method", "Méthode", "Method"},
    {EvidenceStep::result, "result", "Résultat", "Result"},
    {EvidenceStep::conclusion, "conclusion", "Conclusion", "Conclusion"},
    {EvidenceStep::action, "action", "Action", "Action"},
    {EvidenceStep::proof, "proof", "Preuve", "Proof"},
};

struct KindRow {
    EvidenceKind kind;
    std::string_view name;
    std::optional<EvidenceStep> step;
};

constexpr KindRow evidence_kinds[] = {
    {process_definition, "process-definition", EvidenceStep::method},
    {process_sheet, "process-sheet", EvidenceStep::method},
    {control_source, "control-source", EvidenceStep::method},
    {measure_source, "measure-source", EvidenceStep::method},
    {measurements, "measurements", EvidenceStep::result},
    {control_runs, "control-runs", EvidenceStep::result},
    {process_review, "process-review", EvidenceStep::conclusion},
    {management_review, "management-review", EvidenceStep::conclusion},
    {audit_report, "audit-report", EvidenceStep::conclusion},
    {actions, "actions", EvidenceStep::action},
    {nonconformities, "nonconformities", EvidenceStep::action},
    {findings, "findings", EvidenceStep::proof},
    {audit_findings, "audit-findings", EvidenceStep::proof},
    {review_document, "review-document", EvidenceStep::proof},
    {piece, "piece", EvidenceStep::proof},
    {resolution, "resolution", EvidenceStep::proof},
    {journal, "journal", EvidenceStep::proof},
    {page, "page", {}},
};

const KindRow& row_of(EvidenceKind kind) {
    return *std::ranges::find(evidence_kinds, kind, &KindRow::kind);
}

struct Rule {
    std::string_view clause;
    ClauseEvidence evidence;
};

const std::vector<Rule>& rules() {
    const std::set<EvidenceKind> audited{audit_report, audit_findings, piece, resolution};
    static const std::vector<Rule> all{
        // Processes are described and steered.
        {"4.4", {.kinds = {process_definition, process_sheet}}},
        // Risks stand in the sheets; what is done about them are actions.
        {"6.1", {.kinds = {process_definition, process_sheet, actions}, .origins = {ActionOrigin::risk}}},
        // Objectives stand in the sheets and are judged by indicators.
        {"6.2", {.kinds = {process_definition, process_sheet, measurements}}},
        // What is written is accepted by somebody, from a date, and kept.
        {"7.5", {.kinds = {process_definition, process_sheet, control_source, measure_source}}},
        {"8.4", {.kinds = audited, .audits_of = {AuditSubject::delegate, AuditSubject::provider}}},
        // What does not conform is held and mended.
        {"8.7",
         {.kinds = {control_source, control_runs, findings, nonconformities, actions},
          .actions = {ActionKind::correction}}},
        {"9.1.1", {.kinds = {control_source, measure_source, measurements, control_runs}}},
        {"9.1.3", {.kinds = {measurements, process_review}}},
        {"9.2", {.kinds = audited, .audits_of = {AuditSubject::process}}},
        {"9.3",
         {.kinds = {management_review, review_document, actions},
          .origins = {ActionOrigin::management_review}}},
        {"10.1", {.kinds = {actions}, .actions = {ActionKind::improvement}}},
        {"10.2",
         {.kinds = {findings, nonconformities, actions},
          .actions = {ActionKind::correction, ActionKind::corrective_action}}},
        {"10.3", {.kinds = {actions}, .actions = {ActionKind::improvement}}},
    };
    return all;
}

bool is_clause_character(char letter) {
    return letter == '.' || (letter >= '0' && letter <= '9');
}

}  // namespace

std::string_view evidence_step_name(EvidenceStep step) {
    return named(steps, step).name;
}
LocalText evidence_step_title(EvidenceStep step) {
    return title_of(steps, step);
}

std::string_view evidence_kind_name(EvidenceKind kind) {
    return row_of(kind).name;
}
std::optional<EvidenceStep> step_of(EvidenceKind kind) {
    return row_of(kind).step;
}

std::string EvidenceScope::text() const {
    std::string text;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) text += (text.empty() ? "" : ",") + std::string(name) + "=" + value;
    };
    add("clause", clause);
    add("process", process);
    add("period", period ? period->text() : "");
    return text;
}

bool is_same_or_part(std::string_view one, std::string_view other) {
    const std::string_view shorter = one.size() < other.size() ? one : other;
    const std::string_view longer = one.size() < other.size() ? other : one;
    if (shorter.empty() || !longer.starts_with(shorter)) return false;
    return longer.size() == shorter.size() || longer[shorter.size()] == '.';
}

bool names_clause(std::string_view words, std::string_view clause) {
    for (std::size_t at = 0; at < words.size();) {
        std::size_t end = at;
        while (end < words.size() && is_clause_character(words[end])) ++end;
        std::string_view number = words.substr(at, end - at);
        while (number.ends_with('.')) number.remove_suffix(1);
        // A part of what is asked for, or the very clause: a wider one says less than is asked.
        if (number.size() >= clause.size() && is_same_or_part(number, clause)) return true;
        at = end + (end == at ? 1 : 0);
    }
    return false;
}

bool ClauseEvidence::takes(const Action& action) const {
    return actions.contains(action.kind) || origins.contains(action.origin);
}

ClauseEvidence evidence_behind(std::string_view clause) {
    ClauseEvidence behind;
    for (const Rule& rule : rules()) {
        if (!is_same_or_part(rule.clause, clause)) continue;
        behind.kinds.insert(rule.evidence.kinds.begin(), rule.evidence.kinds.end());
        behind.actions.insert(rule.evidence.actions.begin(), rule.evidence.actions.end());
        behind.origins.insert(rule.evidence.origins.begin(), rule.evidence.origins.end());
        behind.audits_of.insert(rule.evidence.audits_of.begin(), rule.evidence.audits_of.end());
    }
    return behind;
}

}  // namespace cadran::model
