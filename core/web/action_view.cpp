// SPDX-License-Identifier: Apache-2.0
#include "web/action_view.h"

#include <array>

#include "app/definitions.h"
#include "app/process.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/kept_words.h"

namespace cadran::web {

namespace {

using model::ActionState;

constexpr std::array action_labels{"web.actions",
                                   "web.process",
                                   "web.level",
                                   "web.kind",
                                   "web.origin",
                                   "web.owner",
                                   "web.by_when",
                                   "web.progress",
                                   "web.causes",
                                   "web.causes_hint",
                                   "web.judged_by",
                                   "web.judged_on",
                                   "web.criterion",
                                   "web.criterion_hint",
                                   "web.indicator",
                                   "web.decide_action",
                                   "web.start_action",
                                   "web.report_progress",
                                   "web.finish_action",
                                   "web.verify_action",
                                   "web.cancel_action",
                                   "web.comment",
                                   "web.was_effective",
                                   "web.was_not_effective",
                                   "web.reason",
                                   "web.next_step",
                                   "web.history",
                                   "web.follow_up",
                                   "web.judgement",
                                   "web.proposed_by",
                                   "web.no_indicator_chosen",
                                   "web.next_action",
                                   "web.next_action_hint",
                                   "web.percent"};

std::string or_dash(const std::string& text) {
    return text.empty() ? std::string(report::no_value) : text;
}

std::string date_words(const std::optional<Date>& date, const Catalogue& catalogue) {
    return date ? catalogue.date(*date) : std::string(report::no_value);
}

// What was typed last, else what the action says.
std::string typed(const Request& request, std::string_view name, const std::string& known) {
    return request.form.has(name) ? request.form.get(name) : known;
}

std::string iso_or_empty(const std::optional<Date>& date) {
    return date ? iso_text(*date) : std::string();
}

app::UseCase decision_right(model::ActionLevel level) {
    switch (level) {
        case model::ActionLevel::quick_win: return app::UseCase::decide_quick_win;
        case model::ActionLevel::sector: return app::UseCase::decide_sector_action;
        case model::ActionLevel::structural: break;
    }
    return app::UseCase::decide_structural_action;
}

// The forms of the state, for who may have the right; whether they do is the use case's to say.
void add_steps_of(Json::Object& view, const model::Action& action, const app::Session& session) {
    const auto has = [&](app::UseCase use_case) {
        return app::scope_of(session.actor, use_case) != app::Scope::none;
    };
    const bool decides = has(decision_right(action.level));
    const bool works = action.owner == session.actor.name || has(app::UseCase::carry_out_action);
    const bool before_done = action.is_open() && action.state != ActionState::done;
    view["may_decide"] = action.state == ActionState::proposed && decides;
    view["may_start"] = action.state == ActionState::decided && works;
    view["may_report"] = action.state == ActionState::in_progress && works;
    view["may_verify"] = action.state == ActionState::done && has(app::UseCase::verify_action) &&
                         action.owner != session.actor.name;
    view["may_cancel"] = before_done && (decides || action.proposed.by == session.actor.name);
}

Json::Array indicators_to_choose(const std::string& chosen, const model::Action& action,
                                 app::Session& session) {
    Json::Array all;
    const auto process = app::show_process(session, action.process);
    if (!process) return all;
    for (const model::Indicator& indicator : process->process.indicators)
        all.push_back(option(indicator.id, session.catalogue.text(indicator.title), chosen));
    return all;
}

// The terms that a decision sets, as they stand in their fields.
void add_terms(Json::Object& view, const model::Action& action, const Request& request,
               app::Session& session) {
    view["causes_text"] = typed(request, "causes", fmt::format("{}", fmt::join(action.causes, "\n")));
    view["comment_text"] = request.form.get("comment");
    view["criterion_text"] = typed(request, "criterion", action.effectiveness.criterion);
    view["due_text"] = typed(request, "due", iso_or_empty(action.due));
    view["indicators"] =
        indicators_to_choose(typed(request, "indicator", action.effectiveness.indicator), action, session);
    view["next_text"] = request.form.get("next");
    view["on_text"] = typed(request, "judged_on", iso_or_empty(action.effectiveness.on));
    view["owner_text"] = typed(request, "owner", action.owner);
    view["percent_text"] = typed(request, "percent", fmt::format("{}", action.progress));
    view["reason_text"] = request.form.get("reason");
}

void add_facts(Json::Object& view, const app::ShownAction& shown, const Catalogue& catalogue) {
    const model::Action& action = shown.action;
    const model::Effectiveness& effect = action.effectiveness;
    view["causes"] = Json::Array(action.causes.begin(), action.causes.end());
    view["comment"] = report::unless_empty(action.comment);
    view["due"] = date_words(action.due, catalogue);
    view["has_causes"] = !action.causes.empty();
    view["judged_by"] = or_dash(effect.indicator.empty() ? effect.criterion : effect.indicator);
    view["judged_on"] = date_words(effect.on, catalogue);
    view["judgement"] = report::unless_empty(action.judged ? action.judged->comment : std::string());
    view["kind"] = catalogue.text(model::action_kind_title(action.kind));
    view["late"] = shown.overdue ? Json(catalogue.text(Message{"web.late"})) : Json(false);
    view["level"] = catalogue.text(model::action_level_title(action.level));
    view["next"] = shown.next ? Json(fmt::format("{}", *shown.next)) : Json(false);
    view["origin"] =
        action.source.empty()
            ? catalogue.text(model::action_origin_title(action.origin))
            : fmt::format("{} {}", catalogue.text(model::action_origin_title(action.origin)), action.source);
    view["owner"] = or_dash(action.owner);
    view["process"] = action.process;
    view["process_place"] = "/processes/" + percent_encoded(action.process);
    view["progress"] = catalogue.percent(Decimal{action.progress, 0});
    view["proposed_by"] = or_dash(action.proposed.by);
    view["state"] = catalogue.text(model::action_state_title(action.state));
    view["state_name"] = model::action_state_name(action.state);
    view["text"] = action.text;
}

Json::Array history_of(const std::vector<model::JournalEntry>& entries, app::Session& session) {
    const auto zone = app::zone_of(session);
    Json::Array lines;
    for (const model::JournalEntry& entry : entries)
        lines.push_back(Json::Object{{"act", entry.act},
                                     {"at", report::moment_words(entry.time, session.catalogue, *zone)},
                                     {"by", entry.actor}});
    return lines;
}

}  // namespace

Response shown_action(const app::ShownAction& shown, const Failure* failure, const Request& request,
                      app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Json::Object view;
    add_facts(view, shown, catalogue);
    add_steps_of(view, shown.action, session);
    add_terms(view, shown.action, request, session);
    const std::string title =
        catalogue.text(Message{"web.action_title", {{"name", model::action_name(shown.action)}}});
    view["faults"] = faults_above(failure, catalogue) + kept_words(failure, request, catalogue);
    view["form_token"] = request.form_token;
    view["seen"] = fmt::format("{}", shown.action.revision);
    view["history"] = history_of(shown.history, session);
    view["label"] = report::labels(action_labels, catalogue);
    view["place"] = fmt::format("/actions/{}", shown.action.number);
    view["title"] = title;
    return framed({.title = title,
                   .place = "/actions",
                   .body = filled_template("action", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

}  // namespace cadran::web
