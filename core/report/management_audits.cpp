// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/management_sections.h"

namespace cadran::report {

namespace {

using model::AuditSubject;
using model::ManagedAudit;
using model::ManagementDossier;

TableCell number_cell(std::int64_t count, const Catalogue& catalogue, const char* look = "") {
    return {count == 0 ? "–" : catalogue.number(count),
            count == 0 ? "number" : fmt::format("number {}", look)};
}

std::string level_words(const ManagementDossier& dossier, model::Severity level, const Catalogue& catalogue) {
    const auto title = dossier.levels.find(level);
    return catalogue.text(title == dossier.levels.end() ? model::severity_title(level) : title->second);
}

// `2 major · 5 high`, the highest first.
std::string findings_words(const ManagementDossier& dossier, const ManagedAudit& audit,
                           const Catalogue& catalogue) {
    std::vector<std::string> words;
    for (auto one = audit.recommendations.rbegin(); one != audit.recommendations.rend(); ++one)
        words.push_back(fmt::format("{}\u00a0{}", catalogue.number(one->second),
                                    level_words(dossier, one->first, catalogue)));
    const auto add = [&](std::int64_t count, const char* id) {
        if (count > 0) words.push_back(catalogue.text(Message{id, {{"count", count}}}));
    };
    add(audit.major_nonconformities, "report.major_nonconformity_count");
    add(audit.minor_nonconformities, "report.minor_nonconformity_count");
    add(audit.others, "report.other_audit_finding_count");
    return words.empty() ? "–" : fmt::format("{}", fmt::join(words, " · "));
}

SectionTable audit_table(const Message& caption, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(caption));
    table.column(catalogue.text(Message{"report.audited"}));
    table.column(catalogue.text(Message{"report.plan_state"}));
    table.column(catalogue.text(Message{"report.audit_findings_counted"}));
    for (const char* id : {"report.open_counted", "report.overdue_counted", "report.repeats_counted",
                           "report.audit_divergences"})
        table.column(catalogue.text(Message{id}), "number");
    return table;
}

void add_audit(SectionTable& table, const ManagementDossier& dossier, const ManagedAudit& audit,
               const Catalogue& catalogue) {
    table.row(
        catalogue.text(audit.title),
        {{catalogue.text(model::audit_state_title(audit.state))},
         {findings_words(dossier, audit, catalogue)},
         number_cell(audit.open, catalogue),
         number_cell(audit.overdue, catalogue, "missed"),
         number_cell(audit.repeats, catalogue, "missed"),
         number_cell(audit.divergences, catalogue)},
        fmt::format("{} · {}", model::audit_name(audit.number),
                    catalogue.text(Message{"report.from_to", {{"first", audit.from}, {"last", audit.to}}})));
}

struct Totals {
    std::int64_t audits = 0, findings = 0, open = 0, overdue = 0, repeats = 0;

    void take(const ManagedAudit& audit) {
        ++audits;
        findings += audit.findings();
        open += audit.open;
        overdue += audit.overdue;
        repeats += audit.repeats;
    }
    void write(SectionContent& content, const Catalogue& catalogue) const {
        content.figure(audits, {"report.audit_count", {{"count", audits}}}, catalogue);
        content.figure(findings, {"report.audit_finding_total", {{"count", findings}}}, catalogue);
        content.figure(open, {"report.open_finding_count", {{"count", open}}}, catalogue);
        content.figure(overdue, {"report.overdue_finding_count", {{"count", overdue}}}, catalogue, "missed");
        content.figure(repeats, {"report.repeated_finding_count", {{"count", repeats}}}, catalogue, "missed");
    }
};

}  // namespace

SectionContent audit_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionContent content;
    SectionTable table = audit_table({"report.audits_of_the_period"}, catalogue);
    Totals totals;
    for (const AuditSubject subject : model::all_audit_subjects) {
        table.group(catalogue.text(model::audit_subject_title(subject)));
        for (const ManagedAudit& audit : dossier.audits) {
            if (audit.subject != subject) continue;
            totals.take(audit);
            add_audit(table, dossier, audit, catalogue);
        }
    }
    totals.write(content, catalogue);
    content.table(table);
    return content;
}

// Each of them, those that no audit of the period looked at as well.
SectionContent provider_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionContent content;
    SectionTable table = audit_table({"report.providers_audited"}, catalogue);
    Totals totals;
    std::int64_t unaudited = 0;
    const model::Provider* last = nullptr;
    for (const model::Provider& provider : dossier.providers) {
        if (last == nullptr || last->delegate != provider.delegate)
            table.group(catalogue.text(model::audit_subject_title(
                provider.delegate ? AuditSubject::delegate : AuditSubject::provider)));
        last = &provider;
        bool is_audited = false;
        for (const ManagedAudit& audit : dossier.audits) {
            const bool is_of_it =
                audit.subject == AuditSubject::delegate || audit.subject == AuditSubject::provider;
            if (!is_of_it || audit.auditee != provider.id) continue;
            is_audited = true;
            totals.take(audit);
            add_audit(table, dossier, audit, catalogue);
        }
        if (is_audited) continue;
        unaudited += provider.delegate;
        const TableCell none{catalogue.text(Message{"report.not_audited"}),
                             provider.delegate ? "missed" : "none"};
        table.row(provider.name,
                  {none, {"–"}, {"–", "number"}, {"–", "number"}, {"–", "number"}, {"–", "number"}},
                  catalogue.text(provider.provides));
    }
    totals.write(content, catalogue);
    content.figure(unaudited, {"report.unaudited_delegate_count", {{"count", unaudited}}}, catalogue,
                   "missed");
    content.table(table);
    return content;
}

}  // namespace cadran::report
