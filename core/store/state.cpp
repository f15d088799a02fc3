// SPDX-License-Identifier: Apache-2.0
#include "store/state.h"

#include "base/text.h"

namespace cadran::store {

namespace {

Json text_of(const std::optional<Date>& date) {
    return date ? Json(iso_text(*date)) : Json();
}

Json text_of(const std::optional<model::Mark>& mark) {
    if (!mark) return {};
    return Json::Object{{"at", iso_text(mark->at)}, {"by", mark->by}};
}

Json decision_json(const model::Decision& decision) {
    return Json::Object{
        {"at", iso_text(decision.at)},
        {"by", decision.by},
        {"points", to_json(decision.points)},
        {"reason", decision.reason},
        {"verdict", model::verdict_name(decision.verdict)},
    };
}

}  // namespace

namespace {

// A token that nobody was given, or an invitation that serves twice, must not go unseen.
Json to_json(const std::vector<model::Credential>& credentials) {
    const auto moment = [](const std::optional<Instant>& instant) {
        return instant ? Json(iso_text(*instant)) : Json();
    };
    Json::Array array;
    for (const model::Credential& credential : credentials) {
        Json::Object object{{"expires_at", moment(credential.expires_at)},
                            {"hash", credential.hash.hex()},
                            {"kind", model::credential_kind_name(credential.kind)},
                            {"used_at", moment(credential.used_at)}};
        if (!credential.name.empty()) object["name"] = credential.name;
        if (credential.created_at) object["created_at"] = moment(credential.created_at);
        array.push_back(std::move(object));
    }
    return array;
}

}  // namespace

Json state(const model::Account& account) {
    std::vector<std::string> roles;
    for (const model::Role role : account.roles) roles.emplace_back(model::role_name(role));
    Json::Object object{
        {"credentials", to_json(account.credentials)},
        {"handler_codes", to_json(account.handler_codes)},
        {"name", account.name},
        {"person", account.person},
        {"revision", account.revision},
        {"roles", to_json(roles)},
        {"system_user", account.system_user},
    };
    // Accounts from before there was any of this stay what the journal says of them.
    if (!account.mail.empty()) object["mail"] = account.mail;
    if (account.digest != model::DigestRhythm::daily)
        object["digest"] = model::digest_rhythm_name(account.digest);
    if (account.digest_on) object["digest_on"] = iso_text(*account.digest_on);
    if (account.password) object["password"] = account.password->hex();
    if (const auto& factor = account.second_factor) {
        object["second_factor"] = Json::Object{
            {"confirmed_at", factor->confirmed_at ? Json(iso_text(*factor->confirmed_at)) : Json()},
            {"secret", factor->secret.hex()}};
    }
    if (account.suspended_at) object["suspended_at"] = iso_text(*account.suspended_at);
    return object;
}

Json state(const model::DefinitionVersion& version) {
    Json::Object object{
        {"author", version.author},   {"drafted_at", iso_text(version.drafted_at)},
        {"hash", version.hash.hex()}, {"kind", model::definition_kind_name(version.kind)},
        {"name", version.name},       {"number", version.number},
    };
    if (!version.review.empty()) object["review"] = version.review;
    if (const auto& acceptance = version.acceptance) {
        object["acceptance"] = Json::Object{
            {"approver", acceptance->approver},
            {"at", iso_text(acceptance->at)},
            {"from", iso_text(acceptance->from)},
            {"reason", acceptance->reason},
        };
    }
    return object;
}

Json state(const model::Import& import) {
    Json::Object object{
        {"accepted", import.accepted},
        {"archived", import.archived.hex()},
        {"at", iso_text(import.at)},
        {"by", import.by},
        {"dialect", import.dialect},
        {"file_name", import.file_name},
        {"first_event", text_of(import.first_event)},
        {"last_event", text_of(import.last_event)},
        {"number", import.number},
        {"plugin_version", import.plugin_version},
        {"received", import.received.hex()},
        {"rejected", import.rejected},
        {"type", import.type},
    };
    if (const auto& purged = import.purged) {
        object["purged"] = Json::Object{
            {"at", iso_text(purged->at)},
            {"by", purged->by},
            {"plugin_version", purged->plugin_version},
            {"reason", purged->reason},
            {"retention", plain_text(purged->retention.length)},
            {"retention_from", model::retention_start_name(purged->retention.start)},
        };
    }
    return object;
}

Json state(const model::Run& run) {
    return Json::Object{
        {"at", iso_text(run.at)},
        {"by", run.by},
        {"findings", run.findings.hex()},
        {"imports", to_json(run.imports)},
        {"number", run.number},
        {"period", run.period.text()},
        {"process", run.process},
        {"process_version", run.process_version},
        {"results", to_json(run.results)},
    };
}

Json state(const model::Finding& finding) {
    Json::Object object{
        {"control", to_json(std::vector{finding.control})},
        {"effect", model::effect_name(finding.effect)},
        {"event_date", iso_text(finding.event_date)},
        {"evidence", to_json(finding.evidence)},
        {"handler", finding.handler},
        {"id", finding.id},
        {"message", finding.message},
        {"outcome", model::outcome_name(finding.outcome)},
        {"run", finding.run},
        {"severity", model::severity_name(finding.severity)},
        {"subjects", to_json(finding.subjects)},
    };
    if (finding.purged) object["purged"] = iso_text(*finding.purged);
    if (finding.visible_to) object["visible_to"] = model::role_name(*finding.visible_to);
    return object;
}

Json state(const model::Finding& finding, const std::vector<model::Decision>& decisions) {
    Json::Array decided;
    for (const model::Decision& decision : decisions) decided.push_back(decision_json(decision));
    Json::Object object{
        {"decisions", decided},
        {"found", state(finding)},
        {"revision", finding.revision},
        {"state", model::finding_state_name(finding.state)},
    };
    if (finding.taken) {
        object["taken"] = Json::Object{{"at", iso_text(finding.taken->at)}, {"by", finding.taken->by}};
    }
    return object;
}

Json state(const model::ReleaseList& list) {
    return Json::Object{
        {"at", iso_text(list.at)},
        {"by", list.by},
        {"findings", to_json(list.findings)},
        {"number", list.number},
        {"released", list.released.hex()},
        {"suspended", list.suspended.hex()},
    };
}

namespace {

// Members that came after the first release are left out where they say nothing, so that older states keep
// their hash.
void add_figure(Json::Object& state, const model::Measurement& measurement) {
    if (measurement.unit != model::Unit::percent) state["unit"] = model::unit_name(measurement.unit);
    if (measurement.source != model::Source::measure)
        state["source"] = model::source_name(measurement.source);
    if (measurement.figure) state["figure"] = plain_text(*measurement.figure);
    if (!measurement.comment.empty()) state["comment"] = measurement.comment;
    if (measurement.sampled) state["sampled"] = true;
    if (!measurement.reason.empty()) state["reason"] = measurement.reason;
    if (measurement.unit == model::Unit::money) state["currency"] = measurement.currency.code;
    if (!measurement.target) return;
    const model::Target& target = *measurement.target;
    state["target"] = plain_text(target.value);
    if (target.upper) state["upper_target"] = plain_text(*target.upper);
    if (target.warning) state["warning"] = plain_text(*target.warning);
    if (target.upper_warning) state["upper_warning"] = plain_text(*target.upper_warning);
}

}  // namespace

Json state(const model::Measurement& measurement) {
    Json::Object state{
        {"at", iso_text(measurement.at)},
        {"by", measurement.by},
        {"denominator", measurement.denominator},
        {"direction", model::direction_name(measurement.direction)},
        {"exceptions", to_json(measurement.exceptions)},
        {"excluded", measurement.excluded},
        {"imports", to_json(measurement.imports)},
        {"indicator", measurement.indicator},
        {"measures", to_json(measurement.measures)},
        {"number", measurement.number},
        {"numerator", measurement.numerator},
        {"period", measurement.period.text()},
        {"process", measurement.process},
        {"target", Json()},
    };
    add_figure(state, measurement);
    return state;
}

Json state(const model::Nonconformity& nonconformity) {
    return Json::Object{
        {"at", iso_text(nonconformity.at)},
        {"by", nonconformity.by},
        {"extent", nonconformity.extent},
        {"findings", to_json(nonconformity.findings)},
        {"number", nonconformity.number},
        {"process", nonconformity.process},
        {"requirement", nonconformity.requirement},
        {"revision", nonconformity.revision},
        {"title", nonconformity.title},
    };
}

Json state(const model::Action& action) {
    Json::Object state{
        {"cancelled", Json()},
        {"causes", to_json(action.causes)},
        {"comment", action.comment},
        {"decided", text_of(action.decided)},
        {"due", text_of(action.due)},
        {"effectiveness", Json::Object{{"criterion", action.effectiveness.criterion},
                                       {"indicator", action.effectiveness.indicator},
                                       {"on", text_of(action.effectiveness.on)}}},
        {"finished", text_of(action.finished)},
        {"follows", action.follows},
        {"judged", Json()},
        {"kind", model::action_kind_name(action.kind)},
        {"level", model::action_level_name(action.level)},
        {"number", action.number},
        {"origin", model::action_origin_name(action.origin)},
        {"owner", action.owner},
        {"process", action.process},
        {"progress", action.progress},
        {"proposed", text_of(std::optional(action.proposed))},
        {"reference", action.reference},
        {"revision", action.revision},
        {"source", action.source},
        {"started", text_of(action.started)},
        {"state", model::action_state_name(action.state)},
        {"text", action.text},
    };
    if (const auto& judged = action.judged)
        state["judged"] = Json::Object{{"comment", judged->comment},
                                       {"mark", text_of(std::optional(judged->mark))},
                                       {"measurement", judged->measurement}};
    if (const auto& cancelled = action.cancelled)
        state["cancelled"] =
            Json::Object{{"mark", text_of(std::optional(cancelled->mark))}, {"reason", cancelled->reason}};
    return state;
}

Json state(const model::Cycle& cycle) {
    return Json::Object{
        {"number", cycle.number},     {"period", cycle.period.text()},           {"process", cycle.process},
        {"revision", cycle.revision}, {"stage", model::stage_name(cycle.stage)},
    };
}

Json state(const model::Review& review) {
    return Json::Object{
        {"conclusion", review.conclusion},
        {"held", text_of(review.held)},
        {"number", review.number},
        {"pack", to_json(review.pack)},
        {"participants", to_json(review.participants)},
        {"period", review.period.text()},
        {"prepared", text_of(std::optional(review.prepared))},
        {"process", review.process},
        {"revision", review.revision},
        {"signed", text_of(review.signed_off)},
        {"state", model::review_state_name(review.state)},
    };
}

Json state(const model::ManagementReview& review) {
    return Json::Object{
        {"answers", to_json(review.answers)},
        {"conclusion", review.conclusion},
        {"held", text_of(review.held)},
        {"number", review.number},
        {"outputs", to_json(review.outputs)},
        {"pack", to_json(review.pack)},
        {"participants", to_json(review.participants)},
        {"period", review.period.text()},
        {"prepared", text_of(std::optional(review.prepared))},
        {"revision", review.revision},
        {"signed", text_of(review.signed_off)},
        {"state", model::review_state_name(review.state)},
    };
}

Json to_json(const std::map<std::string, std::string>& settings) {
    Json::Object object;
    for (const auto& [name, value] : settings) object[name] = value;
    return object;
}

std::string subject(const model::Account& account) {
    return "account/" + account.name;
}

std::string subject(const model::DefinitionVersion& version) {
    return fmt::format("{}/{}/{}", model::definition_kind_name(version.kind), version.name, version.number);
}

std::string subject(const model::Import& import) {
    return fmt::format("import/{}", import.number);
}
std::string subject(const model::Run& run) {
    return fmt::format("run/{}", run.number);
}
std::string subject(const model::Finding& finding) {
    return "finding/" + finding.id;
}
std::string subject(const model::ReleaseList& list) {
    return fmt::format("release/{}", list.number);
}
std::string subject(const model::Nonconformity& nonconformity) {
    return fmt::format("nonconformity/{}", nonconformity.number);
}
std::string subject(const model::Action& action) {
    return fmt::format("action/{}", action.number);
}
std::string subject(const model::Measurement& measurement) {
    return fmt::format("measurement/{}", measurement.number);
}
std::string subject(const model::Cycle& cycle) {
    return fmt::format("cycle/{}/{}", cycle.process, cycle.number);
}
std::string subject(const model::Review& review) {
    return fmt::format("review/{}", review.number);
}
std::string subject(const model::ManagementReview& review) {
    return "management-review/" + review.period.text();
}

}  // namespace cadran::store
