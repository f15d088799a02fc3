// SPDX-License-Identifier: Apache-2.0
#include "report/evidence_data.h"

#include "base/text.h"
#include "format/csv_writer.h"

namespace cadran::report {

namespace {

Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

Json file_json(const model::EvidenceFile& file) {
    const auto step = model::step_of(file.kind);
    return Json::Object{
        {"from", file.from ? Json(iso_text(*file.from)) : Json()},
        {"kind", model::evidence_kind_name(file.kind)},
        {"name", file.path},
        {"original_name", text_or_null(file.original_name)},
        {"sha256", file.digest.hex()},
        {"size", file.size},
        {"step", step ? Json(model::evidence_step_name(*step)) : Json()},
        {"subject", text_or_null(file.subject)},
    };
}

void line(format::CsvWriter& csv, const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) csv.cell(cell);
    csv.end_line();
}

}  // namespace

std::string control_runs_csv(const std::vector<model::Run>& runs) {
    format::CsvWriter csv(',', format::CsvWriter::Reader::anybody);
    line(csv, {"run", "process", "process_version", "period", "run_at", "control", "plugin_version",
               "plugin_hash", "population", "selected", "passed", "failed", "errors", "not_applicable",
               "not_checked", "new_findings", "seed"});
    for (const model::Run& run : runs) {
        for (const model::ControlResult& result : run.results) {
            line(csv, {std::to_string(run.number), run.process, std::to_string(run.process_version),
                       run.period.text(), iso_text(run.at), result.control.id,
                       std::to_string(result.control.version), result.control.hash.hex(),
                       std::to_string(result.population), std::to_string(result.selected),
                       std::to_string(result.passed), std::to_string(result.failed),
                       std::to_string(result.errors), std::to_string(result.not_applicable),
                       std::to_string(result.not_checked), std::to_string(result.fresh), result.seed});
        }
    }
    return csv.take();
}

std::string audit_findings_csv(const std::vector<model::AuditFinding>& findings) {
    format::CsvWriter csv(',', format::CsvWriter::Reader::anybody);
    line(csv, {"finding", "audit", "kind", "level", "reference", "expected_on", "state", "repeats", "times",
               "action", "resolutions", "verifications"});
    const auto reference = [](std::int64_t number, std::string name) { return number == 0 ? "" : name; };
    for (const model::AuditFinding& one : findings) {
        line(csv, {model::audit_finding_name(one), model::audit_name(one.audit),
                   std::string(model::audit_finding_kind_name(one.kind)),
                   one.level ? std::string(model::severity_name(*one.level)) : "", one.reference,
                   one.expected_on ? iso_text(*one.expected_on) : "",
                   std::string(model::audit_finding_state_name(one.state)),
                   reference(one.repeats, model::audit_finding_name(one.repeats)), std::to_string(one.times),
                   reference(one.action, std::to_string(one.action)), std::to_string(one.resolutions.size()),
                   std::to_string(one.verifications.size())});
    }
    return csv.take();
}

Json evidence_manifest(const model::EvidenceDossier& dossier, const model::EvidenceFile& page) {
    Json::Array files{file_json(page)};
    for (const model::EvidenceFile& file : dossier.files) files.push_back(file_json(file));
    const model::EvidenceScope& scope = dossier.scope;
    return Json::Object{
        {"files", files},
        {"found", dossier.found()},
        {"journal", Json::Object{{"entries", dossier.journal_entries},
                                 {"hash", dossier.journal_head.hex()},
                                 {"left_out", dossier.journal_left_out},
                                 {"number", dossier.journal_number}}},
        {"made_at", iso_text(dossier.made_at)},
        {"made_by", dossier.made_by},
        {"organisation", dossier.organisation},
        {"scope", Json::Object{{"clause", text_or_null(scope.clause)},
                               {"first", iso_text(dossier.first)},
                               {"last", iso_text(dossier.last)},
                               {"period", scope.period ? Json(scope.period->text()) : Json()},
                               {"process", text_or_null(scope.process)}}},
        {"simulated", dossier.simulated},
    };
}

}  // namespace cadran::report
