// SPDX-License-Identifier: Apache-2.0
#include "report/registers.h"

#include "report/spreadsheet_words.h"

namespace cadran::report {

namespace {

using format::XlsxEntry;
using format::XlsxStyle;

RegisterCell number(std::int64_t value) {
    return register_cell({value});
}

RegisterCell text_cell(const std::string& value) {
    return register_cell({value});
}

XlsxStyle style_of(model::Severity severity) {
    switch (severity) {
        case model::Severity::very_low:
        case model::Severity::low: return XlsxStyle::good;
        case model::Severity::medium: return XlsxStyle::poor;
        case model::Severity::high:
        case model::Severity::major: break;
    }
    return XlsxStyle::bad;
}

RegisterCell severity(const std::string& words, model::Severity severity) {
    return {{words, style_of(severity)}, Json(model::severity_name(severity))};
}

// Likelihood, impact, score, level.
void add(std::vector<RegisterCell>& row, const model::Rating& rating, const model::RiskScale& scale,
         const Catalogue& catalogue) {
    const model::RiskScale::Level& level = scale.level_of(rating);
    row.push_back(number(rating.likelihood));
    row.push_back(number(rating.impact));
    row.push_back(number(rating.score()));
    row.push_back(severity(catalogue.text(level.title), level.severity));
}

// What a person opens it by; a cell must not be empty text.
RegisterCell reference(const std::optional<std::int64_t>& value) {
    return value ? number(*value) : register_cell(XlsxEntry{});
}

}  // namespace

Register risk_register(const std::vector<model::Process>& processes, const model::RiskScale& scale,
                       const Catalogue& catalogue) {
    Register entries{.kind = RegisterKind::risks,
                     .columns = {{"process", {"report.process"}, 22},
                                 {"id", {"report.register_id"}, 24},
                                 {"risk", {"report.register_risk"}, 46},
                                 {"likelihood", {"report.register_likelihood"}, 12},
                                 {"impact", {"report.register_impact"}, 10},
                                 {"score", {"report.register_score"}, 10},
                                 {"level", {"report.register_level"}, 14},
                                 {"treatment", {"report.register_treatment"}, 14},
                                 {"response", {"report.register_response"}, 50},
                                 {"residual_likelihood", {"report.register_residual_likelihood"}, 12},
                                 {"residual_impact", {"report.register_residual_impact"}, 12},
                                 {"residual_score", {"report.register_residual_score"}, 12},
                                 {"residual_level", {"report.register_residual_level"}, 14}}};
    for (const model::Process& process : processes) {
        for (const model::Risk& risk : process.risks) {
            auto& row = entries.rows.emplace_back();
            row = {text_cell(process.id), text_cell(risk.id), text_cell(catalogue.text(risk.title))};
            add(row, risk.inherent, scale, catalogue);
            row.push_back(register_cell(catalogue.text(model::treatment_title(risk.treatment)),
                                        model::treatment_name(risk.treatment)));
            row.push_back(text_cell(catalogue.text(risk.response)));
            add(row, risk.residual, scale, catalogue);
        }
    }
    return entries;
}

Register nonconformity_register(const std::vector<DatedNonconformity>& nonconformities,
                                const Catalogue& catalogue) {
    Register entries{.kind = RegisterKind::nonconformities,
                     .columns = {{"number", {"report.register_number"}, 10},
                                 {"process", {"report.process"}, 22},
                                 {"title", {"report.register_title"}, 44},
                                 {"requirement", {"report.register_requirement"}, 50},
                                 {"extent", {"report.register_extent"}, 40},
                                 {"findings", {"report.register_findings"}, 12},
                                 {"stated_on", {"report.register_stated_on"}, 14}}};
    for (const auto& [one, stated_on] : nonconformities) {
        entries.rows.push_back({number(one.number), text_cell(one.process), text_cell(one.title),
                                text_cell(one.requirement), text_cell(one.extent),
                                number(std::ssize(one.findings)),
                                register_cell(date_entry(stated_on, catalogue))});
    }
    return entries;
}

Register finding_register(const std::vector<RegisteredFinding>& findings, const Catalogue& catalogue) {
    Register entries{.kind = RegisterKind::findings,
                     .columns = {{"finding", {"report.register_finding"}, 22},
                                 {"process", {"report.process"}, 22},
                                 {"control", {"report.register_control"}, 32},
                                 {"event_date", {"report.register_event_date"}, 14},
                                 {"severity", {"report.register_severity"}, 14},
                                 {"state", {"report.register_state"}, 14},
                                 {"nonconformity", {"report.register_nonconformity"}, 16}}};
    for (const RegisteredFinding& one : findings) {
        const model::Finding& finding = one.finding;
        entries.rows.push_back(
            {text_cell(finding.id), text_cell(one.process), text_cell(finding.control.id),
             register_cell(date_entry(finding.event_date, catalogue)),
             severity(catalogue.text(model::severity_title(finding.severity)), finding.severity),
             register_cell(catalogue.text(model::finding_state_title(finding.state)),
                           model::finding_state_name(finding.state)),
             reference(one.nonconformity)});
    }
    return entries;
}

}  // namespace cadran::report
