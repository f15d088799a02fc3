// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "report/audit_report.h"
#include "report/review_parts.h"

namespace cadran::report {

namespace {

using report::json_of;  // of the parts that reviews have too

Json json_of(const std::optional<model::Severity>& level) {
    return level ? Json(model::severity_name(*level)) : Json();
}

Json mark_json(const model::Mark& mark) {
    return json_of(std::optional(mark));
}

Json texts_json(const std::vector<std::string>& texts) {
    return Json::Array(texts.begin(), texts.end());
}

Json files_json(const std::vector<model::PackFile>& files) {
    return array(files, [](const model::PackFile& file) { return json_of(file); });
}

Json json_of(const std::optional<model::Meeting>& meeting) {
    if (!meeting) return {};
    return Json::Object{{"held", iso_text(meeting->held)},
                        {"minutes", meeting->minutes},
                        {"participants", texts_json(meeting->participants)},
                        {"said", mark_json(meeting->mark)}};
}

Json json_of(const model::Piece& piece) {
    const auto late = piece.days_late();
    return Json::Object{{"days_late", late ? Json(*late) : Json()},
                        {"deliveries", array(piece.deliveries,
                                             [](const model::Delivery& delivery) {
                                                 return Json::Object{
                                                     {"effective", json_of(delivery.effective)},
                                                     {"file", json_of(delivery.file)},
                                                     {"received", iso_text(delivery.received)},
                                                     {"taken_in", mark_json(delivery.mark)}};
                                             })},
                        {"due", iso_text(piece.due)},
                        {"reason", piece.reason},
                        {"state", model::piece_state_name(piece.state)}};
}

Json json_of(const model::Assessment& assessment) {
    return Json::Object{{"conclusion", assessment.conclusion},
                        {"mark", mark_json(assessment.mark)},
                        {"method", assessment.method},
                        {"result", assessment.result},
                        {"verdicts", array(assessment.verdicts, [](const model::CriterionVerdict& one) {
                             return Json::Object{{"conformity", model::conformity_name(one.conformity)},
                                                 {"criterion", one.criterion}};
                         })}};
}

Json json_of(const model::AuditedItem& audited) {
    const model::ChecklistItem& item = audited.item;
    return Json::Object{{"assessment", audited.assessment ? json_of(*audited.assessment) : Json()},
                        {"clause", item.clause},
                        {"conformity", model::conformity_name(audited.conformity())},
                        {"domain", item.domain},
                        {"guidance", json_of(item.guidance)},
                        {"id", item.id},
                        {"is_piece", item.is_piece},
                        {"piece", audited.piece ? json_of(*audited.piece) : Json()},
                        {"rule", json_of(item.rule)},
                        {"title", json_of(item.title)},
                        {"weight", item.weight}};
}

Json json_of(const std::optional<model::AuditeeAnswer>& answer) {
    if (!answer) return {};
    return Json::Object{
        {"accepted", answer->accepted}, {"argument", answer->argument}, {"mark", mark_json(answer->mark)}};
}

Json json_of(const std::optional<model::SettledArgument>& settled) {
    if (!settled) return {};
    return Json::Object{{"former_level", json_of(settled->former_level)},
                        {"former_text", settled->former_text},
                        {"mark", mark_json(settled->mark)},
                        {"reason", settled->reason},
                        {"settlement", model::settlement_name(settled->settlement)}};
}

Json json_of(const model::Resolution& resolution) {
    return Json::Object{{"comment", resolution.comment},
                        {"evidence", files_json(resolution.evidence)},
                        {"mark", mark_json(resolution.mark)},
                        {"on", iso_text(resolution.on)}};
}

Json json_of(const model::Verification& verification) {
    return Json::Object{{"comment", verification.comment},
                        {"is_resolved", verification.is_resolved},
                        {"mark", mark_json(verification.mark)}};
}

Json::Object proposal_json(const model::ReportedFinding& reported) {
    return {{"level", json_of(reported.finding.proposed_level)},
            {"reason", json_of(reported.proposed_reason)}};
}

Json json_of(const model::ReportedFinding& reported) {
    const model::AuditFinding& finding = reported.finding;
    const auto& earlier = reported.earlier;
    return Json::Object{
        {"action", finding.action == 0 ? Json() : Json(finding.action)},
        {"answer", json_of(finding.answer)},
        {"cause", finding.cause},
        {"comment", finding.comment},
        {"consequence", finding.consequence},
        {"divergence", finding.is_divergence()},
        {"expected_on", json_of(finding.expected_on)},
        {"items", texts_json(finding.items)},
        {"kind", model::audit_finding_kind_name(finding.kind)},
        {"level", json_of(finding.level)},
        {"number", finding.number},
        {"owner", finding.owner},
        {"proposal", finding.proposed_level ? Json(proposal_json(reported)) : Json()},
        {"reference", finding.reference},
        {"repeats",
         earlier ? Json(Json::Object{{"audit", earlier->audit}, {"number", earlier->number}}) : Json()},
        {"resolutions",
         array(finding.resolutions, [](const model::Resolution& one) { return json_of(one); })},
        {"settled", json_of(finding.settled)},
        {"similar_cases", finding.similar_cases},
        {"state", model::audit_finding_state_name(finding.state)},
        {"stated", mark_json(finding.stated)},
        {"text", finding.text},
        {"times", finding.times},
        {"verifications",
         array(finding.verifications, [](const model::Verification& one) { return json_of(one); })},
    };
}

Json json_of(const model::Sampling& sampling) {
    return Json::Object{
        {"conclusion", sampling.conclusion},
        {"drawn", texts_json(sampling.drawn)},
        {"list", json_of(sampling.list)},
        {"nonconforming", sampling.nonconforming ? texts_json(*sampling.nonconforming) : Json()},
        {"not_checked", sampling.not_checked},
        {"population", sampling.population},
        {"records", sampling.records},
        {"rejected", sampling.rejected},
        {"sample", sampling.sample},
        {"seed", sampling.seed},
        {"strata", array(sampling.strata, [](const model::Stratum& stratum) {
             return Json::Object{
                 {"keys", stratum.keys}, {"population", stratum.population}, {"size", stratum.size}};
         })}};
}

Json::Object steps_json(const model::Audit& audit) {
    return {{"argue_by", json_of(audit.argue_by)},      {"begun", json_of(audit.begun)},
            {"closed", json_of(audit.closed)},          {"finished", json_of(audit.finished)},
            {"kick_off", json_of(audit.kick_off)},      {"planned", mark_json(audit.planned)},
            {"reported", json_of(audit.reported)},      {"requested", json_of(audit.requested)},
            {"restitution", json_of(audit.restitution)}};
}

Json json_of(const model::Audit& audit) {
    Json::Object json = steps_json(audit);
    json.merge(Json::Object{{"auditee", audit.auditee},
                            {"auditor", audit.auditor},
                            {"checklist", audit.checklist},
                            {"checklist_sha256", audit.hash.hex()},
                            {"checklist_version", audit.version},
                            {"contacts", texts_json(audit.contacts)},
                            {"final_report", files_json(audit.final_report)},
                            {"from", iso_text(audit.from)},
                            {"name", model::audit_name(audit)},
                            {"number", audit.number},
                            {"provisional_report", files_json(audit.provisional_report)},
                            {"references", audit.references},
                            {"revision", audit.revision},
                            {"scope", audit.scope},
                            {"state", model::audit_state_name(audit.state)},
                            {"subject", model::audit_subject_name(audit.subject)},
                            {"team", texts_json(audit.team)},
                            {"to", iso_text(audit.to)}});
    return json;
}

Json counts_json(const std::map<model::Severity, std::int64_t>& counts) {
    Json::Object json;
    for (const auto& [level, count] : counts) json[std::string(model::severity_name(level))] = count;
    return json;
}

Json json_of(const model::EarlierAudit& earlier) {
    return Json::Object{{"by_level", counts_json(earlier.recommendations)},
                        {"finished", iso_text(earlier.finished)},
                        {"number", earlier.number},
                        {"open", earlier.open}};
}

// Of a criterion or a domain.
Json titled(const std::string& id, const LocalText& title) {
    return Json::Object{{"id", id}, {"title", json_of(title)}};
}

}  // namespace

Json audit_report_json(const model::AuditDossier& dossier) {
    Json::Object levels;
    for (const auto& [level, title] : dossier.levels)
        levels[std::string(model::severity_name(level))] = json_of(title);
    return Json::Object{
        {"audit", json_of(dossier.audit)},
        {"auditee", json_of(dossier.auditee)},
        {"by_level", counts_json(dossier.by_level())},
        {"checklist", json_of(dossier.checklist)},
        {"contacts", texts_json(dossier.contacts)},
        {"criteria",
         array(dossier.criteria, [](const model::Criterion& one) { return titled(one.id, one.title); })},
        {"date", iso_text(dossier.date)},
        {"domains",
         array(dossier.domains, [](const model::ChecklistDomain& one) { return titled(one.id, one.title); })},
        {"earlier", array(dossier.earlier, [](const model::EarlierAudit& one) { return json_of(one); })},
        {"facts",
         array(dossier.facts,
               [](const auto& fact) {
                   return Json::Object{{"title", json_of(fact.first)}, {"value", json_of(fact.second)}};
               })},
        {"findings", array(dossier.findings, [](const model::ReportedFinding& one) { return json_of(one); })},
        {"items", array(dossier.items, [](const model::AuditedItem& one) { return json_of(one); })},
        {"journal", Json::Object{{"head", dossier.journal_head.hex()}, {"number", dossier.journal_number}}},
        {"levels", levels},
        {"organisation", dossier.organisation},
        {"samplings",
         array(dossier.samplings, [](const model::ReportedSampling& one) { return json_of(one.sampling); })},
        {"simulated", dossier.simulated},
        {"team", texts_json(dossier.team)},
    };
}

}  // namespace cadran::report
