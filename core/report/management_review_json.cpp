// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "report/indicators.h"
#include "report/management_review.h"
#include "report/review_parts.h"

namespace cadran::report {

namespace {

using report::json_of;  // of the parts that both reviews have

Json json_of(const std::optional<model::Rating>& rating) {
    if (!rating) return {};
    return Json::Object{
        {"impact", rating->impact}, {"likelihood", rating->likelihood}, {"score", rating->score()}};
}

Json json_of(const std::optional<model::Measurement>& measurement) {
    return measurement ? indicators_json({*measurement}).array().front() : Json();
}

Json json_of(const model::InputAnswer& answer) {
    return Json::Object{{"document", answer.document ? json_of(*answer.document) : Json()},
                        {"kind", model::answer_kind_name(answer.kind)},
                        {"said", json_of(std::optional(answer.mark))},
                        {"text", answer.text}};
}

Json json_of(const model::ReviewOutput& output) {
    return Json::Object{{"action", output.action == 0 ? Json() : Json(output.action)},
                        {"decided", json_of(std::optional(output.mark))},
                        {"due", json_of(output.due)},
                        {"kind", model::output_kind_name(output.kind)},
                        {"none", output.none},
                        {"owner", output.owner},
                        {"process", output.process},
                        {"text", output.text}};
}

Json json_of(const model::ManagementReview& review) {
    return Json::Object{
        {"conclusion", review.conclusion},
        {"held", json_of(review.held)},
        {"number", review.number},
        {"outputs", array(review.outputs, [](const model::ReviewOutput& one) { return json_of(one); })},
        {"pack", array(review.pack, [](const model::PackFile& one) { return json_of(one); })},
        {"participants", Json::Array(review.participants.begin(), review.participants.end())},
        {"period", review.period.text()},
        {"prepared", json_of(std::optional(review.prepared))},
        {"revision", review.revision},
        {"signed", json_of(review.signed_off)},
        {"state", model::review_state_name(review.state)},
    };
}

Json input_json(const model::ManagementDossier& dossier, model::ReviewInput input) {
    const model::InputAnswer* answer = dossier.review.answer_to(input);
    return Json::Object{
        {"answer", answer == nullptr ? Json() : json_of(*answer)},
        {"clause", model::review_input_clause(input)},
        {"id", model::review_input_name(input)},
        {"standing", model::input_standing_name(model::standing_of(dossier, input))},
        {"title", json_of(model::review_input_title(input))},
    };
}

Json json_of(const model::ManagedIndicator& one) {
    const model::Measurement* judged = one.judged();
    return Json::Object{
        {"attainment", judged == nullptr ? Json() : Json(model::attainment_name(judged->attainment()))},
        {"course", model::course_name(model::course_of(one))},
        {"direction", model::direction_name(one.indicator.direction)},
        {"id", one.indicator.id},
        {"objective", one.objective == LocalText{} ? Json() : json_of(one.objective)},
        {"quarters", array(one.quarters,
                           [](const model::PeriodFigure& quarter) { return json_of(quarter.measurement); })},
        {"title", json_of(one.indicator.title)},
        {"whole", json_of(one.whole)},
    };
}

Json json_of(const model::ManagedProcess& managed) {
    return Json::Object{
        {"controls", array(managed.controls, control_json)},
        {"id", managed.process.id},
        {"indicators",
         array(managed.indicators, [](const model::ManagedIndicator& one) { return json_of(one); })},
        {"opportunities", array(managed.opportunities,
                                [](const model::ManagedOpportunity& one) {
                                    return Json::Object{
                                        {"before", json_of(one.before)},
                                        {"id", one.opportunity.id},
                                        {"moved", one.moved()},
                                        {"rating", json_of(std::optional(one.opportunity.rating))},
                                        {"title", json_of(one.opportunity.title)}};
                                })},
        {"pilot", managed.process.pilot},
        {"reviews", array(managed.reviews,
                          [](const model::ReviewStanding& one) {
                              return Json::Object{
                                  {"period", one.period.text()},
                                  {"state", one.state ? Json(model::review_state_name(*one.state)) : Json()}};
                          })},
        {"risks", array(managed.risks,
                        [](const model::ManagedRisk& one) {
                            return Json::Object{{"before", json_of(one.before)},
                                                {"id", one.risk.id},
                                                {"inherent", json_of(std::optional(one.risk.inherent))},
                                                {"moved", one.moved()},
                                                {"residual", json_of(std::optional(one.risk.residual))},
                                                {"title", json_of(one.risk.title)},
                                                {"treatment", model::treatment_name(one.risk.treatment)}};
                        })},
        {"title", json_of(managed.process.title)},
        {"version", managed.version},
    };
}

Json json_of(const model::ManagedNonconformity& one) {
    const model::Nonconformity& nonconformity = one.nonconformity;
    return Json::Object{{"actions", one.follow_up.actions},
                        {"closed", one.follow_up.dealt_with()},
                        {"findings", std::ssize(nonconformity.findings)},
                        {"number", nonconformity.number},
                        {"process", nonconformity.process},
                        {"requirement", nonconformity.requirement},
                        {"stated_at", iso_text(nonconformity.at)},
                        {"title", nonconformity.title}};
}

Json json_of(const model::ManagedAudit& audit) {
    Json::Object recommendations;
    for (const model::Severity level : model::all_severities) {
        const auto found = audit.recommendations.find(level);
        recommendations[std::string(model::severity_name(level))] =
            found == audit.recommendations.end() ? std::int64_t{0} : found->second;
    }
    return Json::Object{{"auditee", audit.auditee},
                        {"divergences", audit.divergences},
                        {"from", iso_text(audit.from)},
                        {"major_nonconformities", audit.major_nonconformities},
                        {"minor_nonconformities", audit.minor_nonconformities},
                        {"number", audit.number},
                        {"open", audit.open},
                        {"others", audit.others},
                        {"overdue", audit.overdue},
                        {"recommendations", recommendations},
                        {"repeats", audit.repeats},
                        {"state", model::audit_state_name(audit.state)},
                        {"subject", model::audit_subject_name(audit.subject)},
                        {"title", json_of(audit.title)},
                        {"to", iso_text(audit.to)}};
}

Json json_of(const model::Provider& provider) {
    return Json::Object{{"delegate", provider.delegate},
                        {"id", provider.id},
                        {"name", provider.name},
                        {"provides", json_of(provider.provides)}};
}

Json process_action_json(const model::ReviewedAction& reviewed) {
    Json::Object json = action_json(reviewed).object();
    json["origin"] = model::action_origin_name(reviewed.action.origin);
    json["process"] = reviewed.action.process;
    return json;
}

Json json_of(const model::EarlierOutput& one) {
    Json::Object json = json_of(one.output).object();
    json["followed"] = one.action ? process_action_json(*one.action) : Json();
    json["review"] = one.review.text();
    return json;
}

Json json_of(const model::DefinitionVersion& version) {
    return Json::Object{{"from", iso_text(version.acceptance->from)},
                        {"hash", version.hash.hex()},
                        {"kind", model::definition_kind_name(version.kind)},
                        {"name", version.name},
                        {"reason", version.acceptance->reason},
                        {"version", version.number}};
}

}  // namespace

Json management_review_json(const model::ManagementDossier& dossier) {
    return Json::Object{
        {"actions", array(dossier.actions, process_action_json)},
        {"audits", array(dossier.audits, [](const model::ManagedAudit& one) { return json_of(one); })},
        {"changes", array(dossier.changes, [](const model::DefinitionVersion& one) { return json_of(one); })},
        {"earlier", array(dossier.earlier, [](const model::EarlierOutput& one) { return json_of(one); })},
        {"inputs", array(model::all_review_inputs,
                         [&](model::ReviewInput input) { return input_json(dossier, input); })},
        {"journal", Json::Object{{"head", dossier.journal_head.hex()}, {"number", dossier.journal_number}}},
        {"nonconformities",
         array(dossier.nonconformities, [](const model::ManagedNonconformity& one) { return json_of(one); })},
        {"organisation", dossier.organisation},
        {"processes",
         array(dossier.processes, [](const model::ManagedProcess& one) { return json_of(one); })},
        {"providers", array(dossier.providers, [](const model::Provider& one) { return json_of(one); })},
        {"quarters",
         array(dossier.quarters, [](const calendar::Period& quarter) { return Json(quarter.text()); })},
        {"review", json_of(dossier.review)},
        {"simulated", dossier.simulated},
    };
}

}  // namespace cadran::report
