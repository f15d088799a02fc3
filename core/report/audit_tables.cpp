// SPDX-License-Identifier: Apache-2.0
#include "report/audit_tables.h"

#include <algorithm>
#include <ranges>

#include "report/audit_findings.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using model::AuditedItem;
using model::AuditFinding;
using model::Conformity;
using model::PieceState;

TableCell state_cell(const model::Piece& piece, Date today, const Catalogue& catalogue) {
    const std::string words = catalogue.text(model::piece_state_title(piece.state));
    switch (piece.state) {
        case PieceState::accepted: return {"✓\u00a0" + words, "met"};
        case PieceState::rejected: return {"✗\u00a0" + words, "missed"};
        default: break;
    }
    if (piece.is_late(today)) return {"✗\u00a0" + catalogue.text(Message{"report.audit_missing"}), "missed"};
    return {words, "none"};
}

void add_piece(SectionTable& table, const AuditedItem& audited, const model::AuditDossier& dossier,
               const Catalogue& catalogue) {
    const model::Piece& piece = *audited.piece;
    const bool came = !piece.deliveries.empty();
    const auto late = piece.days_late();
    std::vector<TableCell> cells{
        {catalogue.date(piece.due)},
        {came ? catalogue.date(piece.deliveries.back().received) : no_value},
        {late ? catalogue.number(*late) : no_value, late ? "number missed" : "number"},
        {came ? catalogue.number(std::ssize(piece.deliveries)) : no_value, "number"},
        state_cell(piece, dossier.date, catalogue)};
    for (const model::Criterion& criterion : dossier.criteria) {
        cells.push_back(conformity_cell(
            audited.assessment ? audited.assessment->of(criterion.id) : Conformity::not_checked, catalogue));
    }
    std::string detail = piece.reason;
    if (audited.assessment) {
        for (const std::string* said : {&audited.assessment->result, &audited.assessment->conclusion})
            if (!said->empty()) detail += (detail.empty() ? "" : " – ") + *said;
    }
    table.row(catalogue.text(audited.item.title), std::move(cells), detail);
}

const char* look_of(Conformity conformity) {
    switch (conformity) {
        case Conformity::conforming: return "met";
        case Conformity::nonconforming: return "missed";
        default: return "none";
    }
}

Json question(const AuditedItem& audited, const Catalogue& catalogue) {
    Json::Array lines;
    const auto line = [&](const Message& lead, const std::string& words) {
        if (!words.empty()) lines.push_back(Json::Object{{"lead", catalogue.text(lead)}, {"words", words}});
    };
    line({"report.audit_guidance"}, catalogue.text(audited.item.guidance));
    line({"report.audit_rule"}, catalogue.text(audited.item.rule));
    line({"report.audit_clause"}, audited.item.clause);
    if (audited.assessment) {
        line({"report.audit_method"}, audited.assessment->method);
        line({"report.audit_result"}, audited.assessment->result);
        line({"report.conclusion"}, audited.assessment->conclusion);
    }
    const Conformity conformity = audited.conformity();
    return Json::Object{{"conformity", conformity_cell(conformity, catalogue).text},
                        {"lines", lines},
                        {"look", look_of(conformity)},
                        {"title", catalogue.text(audited.item.title)}};
}

// What is still due comes first, then what is dated, then the rest.
std::vector<const AuditFinding*> by_expected_day(const model::AuditDossier& dossier) {
    std::vector<const AuditFinding*> wanted;
    for (const model::ReportedFinding& one : dossier.findings) {
        if (one.finding.expected_on && one.finding.state != model::AuditFindingState::withdrawn)
            wanted.push_back(&one.finding);
    }
    std::ranges::stable_sort(wanted, {}, [](const AuditFinding* one) { return *one->expected_on; });
    return wanted;
}

TableCell standing_cell(const AuditFinding& finding, Date today, const Catalogue& catalogue) {
    const std::string words = catalogue.text(model::audit_finding_state_title(finding.state));
    if (finding.state == model::AuditFindingState::verified) return {"✓\u00a0" + words, "met"};
    if (finding.is_overdue(today))
        return {"▲\u00a0" + words + ", " + catalogue.text(Message{"report.audit_overdue"}), "missed"};
    return {words, "none"};
}

std::string year_of(Date date) {
    return std::to_string(static_cast<int>(date.year()));
}

}  // namespace

TableCell conformity_cell(Conformity conformity, const Catalogue& catalogue) {
    const std::string words = catalogue.text(model::conformity_title(conformity));
    switch (conformity) {
        case Conformity::conforming: return {"✓\u00a0" + words, "met"};
        case Conformity::nonconforming: return {"✗\u00a0" + words, "missed"};
        case Conformity::not_applicable: return {"–\u00a0" + words, "none"};
        case Conformity::not_checked: break;
    }
    return {"?\u00a0" + words, "none"};
}

SectionTable piece_table(const model::AuditDossier& dossier, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(Message{"report.audit_pieces"}));
    table.column(catalogue.text(Message{"report.audit_piece"}));
    table.column(catalogue.text(Message{"report.audit_due"}));
    table.column(catalogue.text(Message{"report.audit_received"}));
    table.column(catalogue.text(Message{"report.audit_days_late"}), "number");
    table.column(catalogue.text(Message{"report.audit_versions"}), "number");
    table.column(catalogue.text(Message{"report.plan_state"}));
    for (const model::Criterion& criterion : dossier.criteria) table.column(catalogue.text(criterion.title));
    for (const model::ChecklistDomain& domain : dossier.domains) {
        table.group(catalogue.text(domain.title));
        for (const AuditedItem& audited : dossier.items) {
            if (audited.item.domain == domain.id && audited.piece)
                add_piece(table, audited, dossier, catalogue);
        }
    }
    return table;
}

Json::Array audited_questions(const model::AuditDossier& dossier, const Catalogue& catalogue) {
    Json::Array domains;
    for (const model::ChecklistDomain& domain : dossier.domains) {
        Json::Array questions;
        for (const AuditedItem& audited : dossier.items) {
            if (audited.item.domain == domain.id && !audited.item.is_piece)
                questions.push_back(question(audited, catalogue));
        }
        if (!questions.empty())
            domains.push_back(
                Json::Object{{"questions", questions}, {"title", catalogue.text(domain.title)}});
    }
    return domains;
}

SectionTable resolution_calendar(const model::AuditDossier& dossier, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(Message{"report.audit_calendar"}));
    for (const char* id : {"report.audit_finding", "report.audit_expected_on", "report.audit_level",
                           "report.plan_owner", "report.plan_state"})
        table.column(catalogue.text(Message{id}));
    for (const AuditFinding* one : by_expected_day(dossier)) {
        const std::string level = one->level ? level_words(*one->level, dossier, catalogue)
                                             : catalogue.text(model::audit_finding_kind_title(one->kind));
        table.row(model::audit_finding_name(*one),
                  {{catalogue.date(*one->expected_on)},
                   {level},
                   {one->owner.empty() ? no_value : one->owner},
                   standing_cell(*one, dossier.date, catalogue)},
                  one->text);
    }
    return table;
}

SectionTable comparison_table(const model::AuditDossier& dossier, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(Message{"report.audit_compared"}));
    table.column(catalogue.text(Message{"report.audit"}));
    for (const model::Severity level : model::all_severities | std::views::reverse)
        table.column(level_words(level, dossier, catalogue), "number");
    table.column(catalogue.text(Message{"report.audit_all"}), "number");
    table.column(catalogue.text(Message{"report.audit_still_open"}), "number");
    const auto add = [&](const std::string& name, const std::map<model::Severity, std::int64_t>& counts,
                         std::int64_t open, const std::string& detail) {
        std::vector<TableCell> cells;
        std::int64_t all = 0;
        for (const model::Severity level : model::all_severities | std::views::reverse) {
            const auto count = counts.find(level);
            cells.push_back({catalogue.number(count == counts.end() ? 0 : count->second), "number"});
            all += count == counts.end() ? 0 : count->second;
        }
        cells.push_back({catalogue.number(all), "number"});
        cells.push_back({catalogue.number(open), "number"});
        table.row(name, std::move(cells), detail);
    };
    for (const model::EarlierAudit& one : dossier.earlier)
        add(model::audit_name(one.number) + " (" + year_of(one.finished) + ")", one.recommendations, one.open,
            "");
    std::int64_t repeated = 0, open = 0, all = 0;
    for (const model::ReportedFinding& one : dossier.findings) {
        if (!one.finding.level || one.finding.state == model::AuditFindingState::withdrawn) continue;
        ++all;
        repeated += one.finding.times > 1;
        open += one.finding.state != model::AuditFindingState::verified;
    }
    const Message of_which{"report.audit_new_and_repeated",
                           {{"new", all - repeated}, {"repeated", repeated}}};
    add(model::audit_name(dossier.audit) + " (" + year_of(dossier.audit.to) + ")", dossier.by_level(), open,
        catalogue.text(of_which));
    return table;
}

}  // namespace cadran::report
