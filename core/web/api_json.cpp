// SPDX-License-Identifier: Apache-2.0
#include "web/api_json.h"

#include "base/text.h"
#include "report/indicators.h"

namespace cadran::web {

namespace {

Json::Array texts(const std::vector<std::string>& values) {
    return {values.begin(), values.end()};
}

Json date_or_null(const std::optional<Date>& date) {
    return date ? Json(iso_text(*date)) : Json();
}

Json mark_or_null(const std::optional<model::Mark>& mark) {
    if (!mark) return {};
    return Json::Object{{"at", iso_text(mark->at)}, {"by", mark->by}};
}

Json json_of(const model::PeriodFigure& figure) {
    const auto value = figure.value();
    return Json::Object{
        {"attainment",
         figure.measurement ? Json(model::attainment_name(figure.measurement->attainment())) : Json()},
        {"period", figure.period.text()},
        {"value", value ? Json(plain_text(*value)) : Json()},
    };
}

Json json_of(const model::Decision& decision) {
    Json::Array points;
    for (const model::PointVerdict& point : decision.points)
        points.push_back(Json::Object{{"conforming", point.conforming}, {"point", point.point}});
    return Json::Object{{"at", iso_text(decision.at)},
                        {"by", decision.by},
                        {"points", points},
                        {"reason", decision.reason},
                        {"verdict", model::verdict_name(decision.verdict)}};
}

Json::Array evidence_of(const model::Finding& finding) {
    Json::Array evidence;
    for (const model::Evidence& one : finding.evidence)
        evidence.push_back(Json::Object{
            {"field", one.field},
            {"record", one.record},
            {"value", column::is_missing(one.value) ? Json() : Json(column::plain_text(one.value))}});
    return evidence;
}

}  // namespace

Json json_of(const model::Account& account) {
    Json::Array roles;
    for (const model::Role role : account.roles) roles.emplace_back(model::role_name(role));
    return Json::Object{{"name", account.name}, {"person", account.person}, {"roles", roles}};
}

Json json_of(const app::DueItem& item, const Catalogue& catalogue) {
    return Json::Object{{"escalated_to", texts(item.escalated_to)},
                        {"kind", app::due_kind_name(item.kind)},
                        {"on", date_or_null(item.on)},
                        {"overdue", item.overdue},
                        {"process", item.process},
                        {"thing", item.thing},
                        {"what", app::due_words(item, catalogue)},
                        {"who", texts(item.who)}};
}

Json json_of(const model::Process& process, const Catalogue& catalogue) {
    Json::Array objectives, indicators, controls;
    for (const model::Objective& objective : process.objectives)
        objectives.push_back(Json::Object{{"due", date_or_null(objective.due)},
                                          {"id", objective.id},
                                          {"indicator", objective.indicator},
                                          {"owner", objective.owner},
                                          {"text", catalogue.text(objective.text)}});
    for (const model::Indicator& indicator : process.indicators)
        indicators.push_back(Json::Object{{"id", indicator.id}, {"title", catalogue.text(indicator.title)}});
    for (const model::ControlUse& use : process.controls) controls.emplace_back(use.control);
    return Json::Object{{"backups", texts(process.backups)},
                        {"controls", controls},
                        {"id", process.id},
                        {"indicators", indicators},
                        {"kind", model::process_kind_name(process.kind)},
                        {"objectives", objectives},
                        {"pilot", process.pilot},
                        {"purpose", catalogue.text(process.purpose)},
                        {"title", catalogue.text(process.title)}};
}

Json json_of(const app::IndicatorStanding& standing, const Catalogue& catalogue) {
    const model::Indicator& indicator = standing.indicator;
    Json::Array history, missing;
    for (const model::PeriodFigure& figure : standing.history) history.push_back(json_of(figure));
    for (const calendar::Period& period : standing.missing) missing.emplace_back(period.text());
    return Json::Object{
        {"direction", model::direction_name(indicator.direction)},
        {"frequency", model::frequency_name(indicator.frequency)},
        {"history", history},
        {"indicator", indicator.id},
        {"missing", missing},
        {"newest", standing.newest ? report::indicators_json({*standing.newest}).array().front() : Json()},
        {"process", standing.process},
        {"title", catalogue.text(indicator.title)},
        {"unit", model::unit_name(indicator.unit)}};
}

Json json_of(const app::WorkItem& item, const Catalogue& catalogue) {
    const model::Finding& finding = item.finding;
    Json::Array subjects, points, decisions;
    for (const model::Subject& subject : finding.subjects)
        subjects.push_back(Json::Object{{"key", subject.key}, {"type", subject.type}});
    for (const model::VerificationPoint& point : item.verify)
        points.push_back(Json::Object{{"id", point.id}, {"text", catalogue.text(point.text)}});
    for (const model::Decision& decision : item.decisions) decisions.push_back(json_of(decision));
    return Json::Object{
        {"control", finding.control.id},
        {"control_title", catalogue.text(item.control_title)},
        {"control_version", finding.control.version},
        {"decisions", decisions},
        {"due", date_or_null(item.due)},
        {"effect", model::effect_name(finding.effect)},
        {"event_date", iso_text(finding.event_date)},
        {"evidence", evidence_of(finding)},
        {"handler", finding.handler},
        {"id", finding.id},
        {"message", item.message},
        {"overdue", item.overdue},
        {"revision", finding.revision},
        {"severity", model::severity_name(finding.severity)},
        {"state", model::finding_state_name(finding.state)},
        {"subjects", subjects},
        {"taken_by", finding.taken ? Json(finding.taken->by) : Json()},
        {"verify", points},
    };
}

Json json_of(const app::ListedAction& listed) {
    const model::Action& action = listed.action;
    return Json::Object{
        {"causes", texts(action.causes)},
        {"comment", action.comment},
        {"decided", mark_or_null(action.decided)},
        {"due", date_or_null(action.due)},
        {"effectiveness", Json::Object{{"criterion", action.effectiveness.criterion},
                                       {"indicator", action.effectiveness.indicator},
                                       {"on", date_or_null(action.effectiveness.on)}}},
        {"finished", mark_or_null(action.finished)},
        {"kind", model::action_kind_name(action.kind)},
        {"level", model::action_level_name(action.level)},
        {"number", action.number},
        {"origin", model::action_origin_name(action.origin)},
        {"overdue", listed.overdue},
        {"owner", action.owner},
        {"process", action.process},
        {"progress", action.progress},
        {"proposed", mark_or_null(action.proposed)},
        {"revision", action.revision},
        {"source", action.source},
        {"started", mark_or_null(action.started)},
        {"state", model::action_state_name(action.state)},
        {"text", action.text},
    };
}

Json json_of(const model::Nonconformity& nonconformity) {
    return Json::Object{{"at", iso_text(nonconformity.at)},
                        {"by", nonconformity.by},
                        {"extent", nonconformity.extent},
                        {"findings", texts(nonconformity.findings)},
                        {"number", nonconformity.number},
                        {"process", nonconformity.process},
                        {"requirement", nonconformity.requirement},
                        {"revision", nonconformity.revision},
                        {"title", nonconformity.title}};
}

Json json_of(const app::ListedAudit& listed, const Catalogue& catalogue) {
    const model::Audit& audit = listed.audit;
    return Json::Object{{"auditee", audit.auditee},
                        {"auditee_title", catalogue.text(listed.auditee)},
                        {"auditor", audit.auditor},
                        {"checklist", audit.checklist},
                        {"findings", listed.findings},
                        {"from", iso_text(audit.from)},
                        {"late_pieces", listed.late_pieces},
                        {"number", audit.number},
                        {"open_findings", listed.open},
                        {"overdue_findings", listed.overdue},
                        {"scope", audit.scope},
                        {"state", model::audit_state_name(audit.state)},
                        {"team", texts(audit.team)},
                        {"to", iso_text(audit.to)}};
}

Json json_of(const model::Import& import) {
    return Json::Object{{"accepted", import.accepted},
                        {"at", iso_text(import.at)},
                        {"by", import.by},
                        {"file_name", import.file_name},
                        {"first_event", date_or_null(import.first_event)},
                        {"last_event", date_or_null(import.last_event)},
                        {"number", import.number},
                        {"purged", import.purged.has_value()},
                        {"received", import.received.hex()},
                        {"rejected", import.rejected},
                        {"type", import.type}};
}

Json json_of(const app::ListedEntry& listed) {
    const model::JournalEntry& entry = listed.entry;
    return Json::Object{{"act", entry.act},
                        {"actor", entry.actor},
                        {"at", iso_text(entry.time)},
                        {"channel", entry.channel},
                        {"hash", listed.hash ? Json(listed.hash->hex()) : Json()},
                        {"number", entry.number},
                        {"subject", entry.subject}};
}

}  // namespace cadran::web
