// SPDX-License-Identifier: Apache-2.0
#include "store/audit_json.h"

#include "base/text.h"
#include "store/json_parts.h"
#include "store/state.h"

namespace cadran::store {

namespace {

using model::Audit;
using model::AuditFinding;

// Optional values, null where there is none.
template <typename Value, typename Write>
Json optional_json(const std::optional<Value>& value, Write write) {
    return value ? Json(write(*value)) : Json();
}

template <typename Read>
auto optional_from(const Json& json, Read read) -> std::optional<decltype(read(json))> {
    if (json.is_null()) return {};
    return read(json);
}

std::string date_text(Date date) {
    return iso_text(date);
}

Date date_from(const Json& json) {
    return parse_date(json.string()).value();
}

std::string text_from(const Json& json) {
    return json.string();
}

model::Severity level_from(const Json& json) {
    return model::parse_severity(json.string()).value();
}

Json level_json(model::Severity level) {
    return model::severity_name(level);
}

Json delivery_json(const model::Delivery& delivery) {
    return Json::Object{{"effective", optional_json(delivery.effective, date_text)},
                        {"file", pack_file_json(delivery.file)},
                        {"mark", mark_json(delivery.mark)},
                        {"received", date_text(delivery.received)}};
}

model::Delivery delivery_from(const Json& json) {
    return {pack_file_from(json.at("file")), optional_from(json.at("effective"), date_from),
            date_from(json.at("received")), mark_from(json.at("mark"))};
}

Json piece_json(const model::Piece& piece) {
    return Json::Object{{"deliveries", array_json(piece.deliveries, delivery_json)},
                        {"due", date_text(piece.due)},
                        {"item", piece.item},
                        {"reason", piece.reason},
                        {"state", model::piece_state_name(piece.state)}};
}

model::Piece piece_from(const Json& json) {
    return {json.at("item").string(), date_from(json.at("due")),
            model::parse_piece_state(json.at("state").string()).value(),
            array_from(json.at("deliveries"), delivery_from), json.at("reason").string()};
}

Json verdict_json(const model::CriterionVerdict& verdict) {
    return Json::Object{{"conformity", model::conformity_name(verdict.conformity)},
                        {"criterion", verdict.criterion}};
}

model::CriterionVerdict verdict_from(const Json& json) {
    return {json.at("criterion").string(), model::parse_conformity(json.at("conformity").string()).value()};
}

Json assessment_json(const model::Assessment& assessment) {
    return Json::Object{{"conclusion", assessment.conclusion},
                        {"item", assessment.item},
                        {"mark", mark_json(assessment.mark)},
                        {"method", assessment.method},
                        {"photos", to_json(assessment.photos)},
                        {"result", assessment.result},
                        {"verdicts", array_json(assessment.verdicts, verdict_json)}};
}

model::Assessment assessment_from(const Json& json) {
    return {json.at("item").string(),       array_from(json.at("verdicts"), verdict_from),
            json.at("method").string(),     json.at("result").string(),
            json.at("conclusion").string(), array_from(json.at("photos"), pack_file_from),
            mark_from(json.at("mark"))};
}

Json sampling_json(const model::Sampling& sampling) {
    return Json::Object{
        {"conclusion", sampling.conclusion},
        {"drawn", to_json(sampling.drawn)},
        {"examined", optional_json(sampling.examined, mark_json)},
        {"list", pack_file_json(sampling.list)},
        {"mark", mark_json(sampling.mark)},
        {"nonconforming", optional_json(sampling.nonconforming,
                                        [](const std::vector<std::string>& keys) { return to_json(keys); })},
        {"not_checked", sampling.not_checked},
        {"population", sampling.population},
        {"records", sampling.records},
        {"rejected", sampling.rejected},
        {"sample", sampling.sample},
        {"seed", sampling.seed},
        {"strata", array_json(sampling.strata, stratum_json)},
    };
}

model::Sampling sampling_from(const Json& json) {
    const auto keys = [](const Json& list) { return array_from(list, text_from); };
    model::Sampling sampling;
    sampling.sample = json.at("sample").string();
    sampling.list = pack_file_from(json.at("list"));
    sampling.rejected = json.at("rejected").integer();
    sampling.records = json.at("records").integer();
    sampling.not_checked = json.at("not_checked").integer();
    sampling.population = json.at("population").integer();
    sampling.strata = array_from(json.at("strata"), stratum_from);
    sampling.seed = json.at("seed").string();
    sampling.drawn = keys(json.at("drawn"));
    sampling.nonconforming = optional_from(json.at("nonconforming"), keys);
    sampling.conclusion = json.at("conclusion").string();
    sampling.mark = mark_from(json.at("mark"));
    sampling.examined = optional_from(json.at("examined"), mark_from);
    return sampling;
}

Json meeting_json(const model::Meeting& meeting) {
    return Json::Object{{"held", date_text(meeting.held)},
                        {"mark", mark_json(meeting.mark)},
                        {"minutes", meeting.minutes},
                        {"participants", to_json(meeting.participants)}};
}

model::Meeting meeting_from(const Json& json) {
    return {date_from(json.at("held")), array_from(json.at("participants"), text_from),
            json.at("minutes").string(), mark_from(json.at("mark"))};
}

Json cancellation_json(const model::Cancellation& cancellation) {
    return Json::Object{{"mark", mark_json(cancellation.mark)}, {"reason", cancellation.reason}};
}

model::Cancellation cancellation_from(const Json& json) {
    return {json.at("reason").string(), mark_from(json.at("mark"))};
}

void read_steps(const Json& json, Audit& audit) {
    audit.planned = mark_from(json.at("planned"));
    audit.requested = optional_from(json.at("requested"), mark_from);
    audit.begun = optional_from(json.at("begun"), mark_from);
    audit.reported = optional_from(json.at("reported"), mark_from);
    audit.argue_by = optional_from(json.at("argue_by"), date_from);
    audit.finished = optional_from(json.at("finished"), mark_from);
    audit.provisional_report = array_from(json.at("provisional_report"), pack_file_from);
    audit.final_report = array_from(json.at("final_report"), pack_file_from);
    audit.kick_off = optional_from(json.at("kick_off"), meeting_from);
    audit.restitution = optional_from(json.at("restitution"), meeting_from);
    audit.closed = optional_from(json.at("closed"), mark_from);
    audit.cancelled = optional_from(json.at("cancelled"), cancellation_from);
}

// What came after the first audits were written; it stands there only where there is something, so that what
// was written before stays as the journal hashed it.
void read_later_members(const Json& json, Audit& audit) {
    const auto& members = json.object();
    if (const auto found = members.find("auditor"); found != members.end())
        audit.auditor = found->second.string();
    if (const auto found = members.find("samplings"); found != members.end())
        audit.samplings = array_from(found->second, sampling_from);
    if (const auto found = members.find("sheets"); found != members.end())
        audit.sheets = array_from(found->second, pack_file_from);
}

void add_later_members(const Audit& audit, Json::Object& members) {
    if (!audit.auditor.empty()) members["auditor"] = audit.auditor;
    if (!audit.samplings.empty()) members["samplings"] = array_json(audit.samplings, sampling_json);
    if (!audit.sheets.empty()) members["sheets"] = to_json(audit.sheets);
}

Audit read_audit(const Json& json) {
    Audit audit;
    audit.number = json.at("number").integer();
    audit.checklist = json.at("checklist").string();
    audit.version = static_cast<int>(json.at("version").integer());
    audit.hash = digest_from(json.at("hash"));
    audit.subject = model::parse_audit_subject(json.at("subject").string()).value();
    audit.auditee = json.at("auditee").string();
    audit.scope = json.at("scope").string();
    audit.references = json.at("references").string();
    audit.from = date_from(json.at("from"));
    audit.to = date_from(json.at("to"));
    audit.team = array_from(json.at("team"), text_from);
    audit.contacts = array_from(json.at("contacts"), text_from);
    for (const auto& [name, value] : json.at("facts").object()) audit.facts[name] = value.string();
    audit.state = model::parse_audit_state(json.at("state").string()).value();
    audit.pieces = array_from(json.at("pieces"), piece_from);
    audit.assessments = array_from(json.at("assessments"), assessment_from);
    read_later_members(json, audit);
    audit.revision = static_cast<int>(json.at("revision").integer());
    read_steps(json, audit);
    return audit;
}

Json answer_json(const model::AuditeeAnswer& answer) {
    return Json::Object{
        {"accepted", answer.accepted}, {"argument", answer.argument}, {"mark", mark_json(answer.mark)}};
}

model::AuditeeAnswer answer_from(const Json& json) {
    return {json.at("accepted").boolean(), json.at("argument").string(), mark_from(json.at("mark"))};
}

Json settled_json(const model::SettledArgument& settled) {
    return Json::Object{{"former_level", optional_json(settled.former_level, level_json)},
                        {"former_text", settled.former_text},
                        {"mark", mark_json(settled.mark)},
                        {"reason", settled.reason},
                        {"settlement", model::settlement_name(settled.settlement)}};
}

model::SettledArgument settled_from(const Json& json) {
    return {model::parse_settlement(json.at("settlement").string()).value(), json.at("reason").string(),
            json.at("former_text").string(), optional_from(json.at("former_level"), level_from),
            mark_from(json.at("mark"))};
}

Json resolution_json(const model::Resolution& resolution) {
    return Json::Object{{"comment", resolution.comment},
                        {"evidence", to_json(resolution.evidence)},
                        {"mark", mark_json(resolution.mark)},
                        {"on", date_text(resolution.on)}};
}

model::Resolution resolution_from(const Json& json) {
    return {json.at("comment").string(), array_from(json.at("evidence"), pack_file_from),
            date_from(json.at("on")), mark_from(json.at("mark"))};
}

Json verification_json(const model::Verification& verification) {
    return Json::Object{{"comment", verification.comment},
                        {"is_resolved", verification.is_resolved},
                        {"mark", mark_json(verification.mark)}};
}

model::Verification verification_from(const Json& json) {
    return {json.at("is_resolved").boolean(), json.at("comment").string(), mark_from(json.at("mark"))};
}

AuditFinding read_finding(const Json& json) {
    AuditFinding finding;
    finding.number = json.at("number").integer();
    finding.audit = json.at("audit").integer();
    finding.kind = model::parse_audit_finding_kind(json.at("kind").string()).value();
    finding.items = array_from(json.at("items"), text_from);
    finding.text = json.at("text").string();
    finding.comment = json.at("comment").string();
    finding.reference = json.at("reference").string();
    finding.level = optional_from(json.at("level"), level_from);
    finding.proposed_level = optional_from(json.at("proposed_level"), level_from);
    finding.proposed_reason = json.at("proposed_reason").string();
    finding.owner = json.at("owner").string();
    finding.expected_on = optional_from(json.at("expected_on"), date_from);
    finding.repeats = json.at("repeats").integer();
    finding.times = json.at("times").integer();
    finding.cause = json.at("cause").string();
    finding.consequence = json.at("consequence").string();
    finding.similar_cases = json.at("similar_cases").string();
    finding.action = json.at("action").integer();
    finding.state = model::parse_audit_finding_state(json.at("state").string()).value();
    finding.stated = mark_from(json.at("stated"));
    finding.answer = optional_from(json.at("answer"), answer_from);
    finding.settled = optional_from(json.at("settled"), settled_from);
    finding.resolutions = array_from(json.at("resolutions"), resolution_from);
    finding.verifications = array_from(json.at("verifications"), verification_from);
    finding.revision = static_cast<int>(json.at("revision").integer());
    return finding;
}

}  // namespace

Json state(const Audit& audit) {
    Json::Object facts;
    for (const auto& [name, value] : audit.facts) facts[name] = value;
    Json::Object members{
        {"argue_by", optional_json(audit.argue_by, date_text)},
        {"assessments", array_json(audit.assessments, assessment_json)},
        {"auditee", audit.auditee},
        {"begun", optional_json(audit.begun, mark_json)},
        {"cancelled", optional_json(audit.cancelled, cancellation_json)},
        {"checklist", audit.checklist},
        {"closed", optional_json(audit.closed, mark_json)},
        {"contacts", to_json(audit.contacts)},
        {"facts", facts},
        {"final_report", to_json(audit.final_report)},
        {"finished", optional_json(audit.finished, mark_json)},
        {"from", date_text(audit.from)},
        {"hash", audit.hash.hex()},
        {"kick_off", optional_json(audit.kick_off, meeting_json)},
        {"number", audit.number},
        {"pieces", array_json(audit.pieces, piece_json)},
        {"planned", mark_json(audit.planned)},
        {"provisional_report", to_json(audit.provisional_report)},
        {"references", audit.references},
        {"reported", optional_json(audit.reported, mark_json)},
        {"requested", optional_json(audit.requested, mark_json)},
        {"restitution", optional_json(audit.restitution, meeting_json)},
        {"revision", audit.revision},
        {"scope", audit.scope},
        {"state", model::audit_state_name(audit.state)},
        {"subject", model::audit_subject_name(audit.subject)},
        {"team", to_json(audit.team)},
        {"to", date_text(audit.to)},
        {"version", audit.version},
    };
    add_later_members(audit, members);
    return members;
}

Json state(const AuditFinding& finding) {
    return Json::Object{
        {"action", finding.action},
        {"answer", optional_json(finding.answer, answer_json)},
        {"audit", finding.audit},
        {"cause", finding.cause},
        {"comment", finding.comment},
        {"consequence", finding.consequence},
        {"expected_on", optional_json(finding.expected_on, date_text)},
        {"items", to_json(finding.items)},
        {"kind", model::audit_finding_kind_name(finding.kind)},
        {"level", optional_json(finding.level, level_json)},
        {"number", finding.number},
        {"owner", finding.owner},
        {"proposed_level", optional_json(finding.proposed_level, level_json)},
        {"proposed_reason", finding.proposed_reason},
        {"reference", finding.reference},
        {"repeats", finding.repeats},
        {"resolutions", array_json(finding.resolutions, resolution_json)},
        {"revision", finding.revision},
        {"settled", optional_json(finding.settled, settled_json)},
        {"similar_cases", finding.similar_cases},
        {"state", model::audit_finding_state_name(finding.state)},
        {"stated", mark_json(finding.stated)},
        {"text", finding.text},
        {"times", finding.times},
        {"verifications", array_json(finding.verifications, verification_json)},
    };
}

std::string subject(const Audit& audit) {
    return fmt::format("audit/{}", audit.number);
}

std::string subject(const AuditFinding& finding) {
    return fmt::format("audit-finding/{}", finding.number);
}

Audit audit_from(const std::string& text) {
    return stored(text, read_audit);
}

AuditFinding audit_finding_from(const std::string& text) {
    return stored(text, read_finding);
}

}  // namespace cadran::store
