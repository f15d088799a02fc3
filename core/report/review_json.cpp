// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "report/indicator_trend.h"
#include "report/indicators.h"
#include "report/matter_section.h"
#include "report/review.h"
#include "report/review_parts.h"

namespace cadran::report {

namespace {

using report::json_of;  // of the parts that both reviews have

Json texts(const std::vector<std::string>& values) {
    return array(values, [](const std::string& value) { return Json(value); });
}

Json json_of(const std::vector<std::pair<std::string, std::string>>& parameters) {
    Json::Object json;
    for (const auto& [name, value] : parameters) json[name] = value;
    return json;
}

Json json_of(const model::ControlVersion& version) {
    return Json::Object{{"hash", version.hash.hex()}, {"id", version.id}, {"version", version.version}};
}

Json json_of(const model::Indicator& indicator) {
    return Json::Object{
        {"direction", model::direction_name(indicator.direction)},
        {"frequency", model::frequency_name(indicator.frequency)},
        {"id", indicator.id},
        {"measure", indicator.measure},
        {"targets",
         array(indicator.targets,
               [](const model::Target& target) {
                   return Json::Object{{"from", iso_text(target.from)}, {"value", plain_text(target.value)}};
               })},
        {"title", json_of(indicator.title)},
    };
}

Json json_of(const model::Objective& objective) {
    return Json::Object{
        {"id", objective.id}, {"indicator", objective.indicator}, {"text", json_of(objective.text)}};
}

Json json_of(const model::Process& process) {
    return Json::Object{
        {"backups", texts(process.backups)},
        {"controls",
         array(process.controls,
               [](const model::ControlUse& use) {
                   return Json::Object{{"control", use.control}, {"parameters", json_of(use.parameters)}};
               })},
        {"end_event", json_of(process.end_event)},
        {"id", process.id},
        {"indicators", array(process.indicators, [](const model::Indicator& i) { return json_of(i); })},
        {"objectives", array(process.objectives, [](const model::Objective& o) { return json_of(o); })},
        {"pilot", process.pilot},
        {"purpose", json_of(process.purpose)},
        {"start_event", json_of(process.start_event)},
        {"title", json_of(process.title)},
    };
}

Json json_of(const model::Cycle& cycle) {
    return Json::Object{
        {"number", cycle.number},     {"period", cycle.period.text()},           {"process", cycle.process},
        {"revision", cycle.revision}, {"stage", model::stage_name(cycle.stage)},
    };
}

Json json_of(const model::Review& review) {
    return Json::Object{
        {"conclusion", review.conclusion},
        {"held", json_of(review.held)},
        {"number", review.number},
        {"pack", array(review.pack, [](const model::PackFile& file) { return json_of(file); })},
        {"participants", texts(review.participants)},
        {"period", review.period.text()},
        {"prepared", json_of(std::optional(review.prepared))},
        {"process", review.process},
        {"revision", review.revision},
        {"signed", json_of(review.signed_off)},
        {"state", model::review_state_name(review.state)},
    };
}

Json json_of(const model::ControlResult& result) {
    return Json::Object{
        {"control", json_of(result.control)},
        {"errors", result.errors},
        {"failed", result.failed},
        {"fresh", result.fresh},
        {"not_applicable", result.not_applicable},
        {"not_checked", result.not_checked},
        {"parameters", json_of(result.parameters)},
        {"passed", result.passed},
        {"population", result.population},
        {"selected", result.selected},
    };
}

Json json_of(const model::ControlSummary& summary) {
    return Json::Object{
        {"confirmed", summary.confirmed},
        {"control", summary.control},
        {"corrected", summary.corrected},
        {"dismissed", summary.dismissed},
        {"open", summary.open},
        {"population", json_of(summary.population)},
        {"refused", summary.refused},
        {"released", summary.released},
        {"title", json_of(summary.title)},
        {"totals", json_of(summary.totals)},
    };
}

Json json_of_figure(const std::optional<model::Measurement>& measurement) {
    if (!measurement) return {};
    const auto value = measurement->value();
    return Json::Object{{"period", measurement->period.text()},
                        {"value", value ? Json(plain_text(*value)) : Json()}};
}

Json json_of(const model::IndicatorSummary& summary) {
    return Json::Object{
        {"indicator", json_of(summary.indicator)},
        {"objective", json_of(summary.objective)},
        {"points", indicators_json(summary.points)},
        {"previous", json_of_figure(summary.previous)},
        {"proposal", proposal_json(summary.proposal)},
        {"trend", trend_json(summary.indicator, summary.history)},
        {"whole", summary.whole ? indicators_json({*summary.whole}).array().front() : Json()},
    };
}

Json json_of(const model::ReviewedAction& reviewed) {
    const model::Action& action = reviewed.action;
    const model::Effectiveness& effectiveness = action.effectiveness;
    return Json::Object{
        {"criterion", effectiveness.criterion},
        {"due", action.due ? Json(iso_text(*action.due)) : Json()},
        {"follows", action.follows},
        {"indicator", effectiveness.indicator},
        {"judged_on", effectiveness.on ? Json(iso_text(*effectiveness.on)) : Json()},
        {"judgement", action.judged ? Json(action.judged->comment) : Json()},
        {"kind", model::action_kind_name(action.kind)},
        {"level", model::action_level_name(action.level)},
        {"name", model::action_name(action)},
        {"number", action.number},
        {"overdue", reviewed.overdue},
        {"owner", action.owner},
        {"progress", action.progress},
        {"state", model::action_state_name(action.state)},
        {"text", action.text},
    };
}

}  // namespace

Json action_json(const model::ReviewedAction& action) {
    return json_of(action);
}
Json control_json(const model::ControlSummary& control) {
    return json_of(control);
}

Json review_json(const model::Dossier& dossier) {
    Json::Object data{
        {"actions", array(dossier.actions, [](const model::ReviewedAction& a) { return json_of(a); })},
        {"controls", array(dossier.controls, [](const model::ControlSummary& c) { return json_of(c); })},
        {"cycle", json_of(dossier.cycle)},
        {"in_force_from", iso_text(dossier.in_force_from)},
        {"indicators",
         array(dossier.indicators, [](const model::IndicatorSummary& i) { return json_of(i); })},
        {"journal", Json::Object{{"head", dossier.journal_head.hex()}, {"number", dossier.journal_number}}},
        {"organisation", dossier.organisation},
        {"process", json_of(dossier.process)},
        {"process_version", dossier.process_version},
        {"review", json_of(dossier.review)},
        {"simulated", dossier.simulated},
    };
    data.merge(matter_json(dossier));
    return data;
}

}  // namespace cadran::report
