// SPDX-License-Identifier: Apache-2.0
#include "web/action_view.h"

#include <array>

#include "app/definitions.h"
#include "app/people.h"
#include "app/process.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/action_steps.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/kept_words.h"

namespace cadran::web {

namespace {

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
                                   "web.percent",
                                   "web.what_is_to_be_done"};

std::string or_dash(const std::string& text) {
    return text.empty() ? std::string(report::no_value) : text;
}

void add_steps(Json::Object& view, const ActionSteps& steps) {
    view["may_cancel"] = steps.cancel;
    view["may_decide"] = steps.decide;
    view["may_report"] = steps.report;
    view["may_start"] = steps.start;
    view["may_verify"] = steps.verify;
}

Json::Array indicators_to_choose(const std::string& chosen, const model::Process& process,
                                 const Catalogue& catalogue) {
    Json::Array all;
    for (const model::Indicator& indicator : process.indicators)
        all.push_back(option(indicator.id, catalogue.text(indicator.title), chosen));
    return all;
}

// The terms that a decision sets, as they stand in their fields.
void add_terms(Json::Object& view, const model::Action& action, const model::Process& process,
               const Request& request, app::Session& session) {
    view["causes_text"] = typed_or(request, "causes", fmt::format("{}", fmt::join(action.causes, "\n")));
    view["comment_text"] = request.form.get("comment");
    view["criterion_text"] = typed_or(request, "criterion", action.effectiveness.criterion);
    view["due_text"] = typed_or(request, "due", date_value(action.due));
    view["colleagues"] = colleagues_to_choose(session);
    view["indicators"] = indicators_to_choose(typed_or(request, "indicator", action.effectiveness.indicator),
                                              process, session.catalogue);
    view["next_text"] = request.form.get("next");
    view["on_text"] = typed_or(request, "judged_on", date_value(action.effectiveness.on));
    view["owner_text"] = typed_or(request, "owner", action.owner);
    view["percent_text"] = typed_or(request, "percent", fmt::format("{}", action.progress));
    view["reason_text"] = request.form.get("reason");
}

// By what its effect is judged; the indicator by its title where the sheet still has it.
std::string measure_words(const model::Effectiveness& effect, const model::Process& process,
                          const Catalogue& catalogue) {
    if (effect.indicator.empty()) return or_dash(effect.criterion);
    const model::Indicator* indicator = process.find_indicator(effect.indicator);
    return indicator == nullptr ? effect.indicator : catalogue.text(indicator->title);
}

// `audit interne 2025` says itself that it is an audit.
std::string origin_words(const model::Action& action, const Catalogue& catalogue) {
    const std::string origin = catalogue.text(model::action_origin_title(action.origin));
    if (action.source.empty()) return origin;
    return folded(action.source).starts_with(folded(origin)) ? action.source
                                                             : fmt::format("{} {}", origin, action.source);
}

void add_facts(Json::Object& view, const app::ShownAction& shown, const model::Process& process,
               const app::PersonNames& names, const Catalogue& catalogue) {
    const model::Action& action = shown.action;
    const model::Effectiveness& effect = action.effectiveness;
    view["causes"] = Json::Array(action.causes.begin(), action.causes.end());
    view["comment"] = report::unless_empty(action.comment);
    view["due"] = date_or_dash(action.due, catalogue);
    view["has_causes"] = !action.causes.empty();
    view["judged_by"] = measure_words(effect, process, catalogue);
    view["judged_on"] = date_or_dash(effect.on, catalogue);
    view["judgement"] = report::unless_empty(action.judged ? action.judged->comment : std::string());
    view["kind"] = catalogue.text(model::action_kind_title(action.kind));
    view["late"] = shown.overdue ? Json(catalogue.text(Message{"web.late"})) : Json(false);
    view["level"] = catalogue.text(model::action_level_title(action.level));
    view["next"] = shown.next ? Json(fmt::format("{}", *shown.next)) : Json(false);
    view["origin"] = origin_words(action, catalogue);
    view["owner"] = or_dash(app::person_called(names, action.owner));
    view["process"] = process.id.empty() ? action.process : catalogue.text(process.title);
    view["process_place"] = "/processes/" + percent_encoded(action.process);
    view["progress"] = catalogue.percent(Decimal{action.progress, 0});
    view["proposed_by"] = or_dash(app::person_called(names, action.proposed.by));
    view["state"] = catalogue.text(model::action_state_title(action.state));
    view["state_name"] = model::action_state_name(action.state);
    view["text"] = action.text;
}

std::string act_words(const std::string& act, const Catalogue& catalogue) {
    static constexpr std::array acts{
        std::pair{"action.propose", "web.act_proposed"}, std::pair{"action.decide", "web.act_decided"},
        std::pair{"action.start", "web.act_started"},    std::pair{"action.progress", "web.act_progress"},
        std::pair{"action.finish", "web.act_finished"},  std::pair{"action.verify", "web.act_judged"},
        std::pair{"action.cancel", "web.act_cancelled"}, std::pair{"action.import", "web.act_brought_in"},
    };
    for (const auto& [name, words] : acts) {
        if (act == name) return catalogue.text(Message{words});
    }
    return act;
}

Json::Array history_of(const std::vector<model::JournalEntry>& entries, const app::PersonNames& names,
                       app::Session& session) {
    const auto zone = app::zone_of(session);
    Json::Array lines;
    for (const model::JournalEntry& entry : entries)
        lines.push_back(Json::Object{{"act", act_words(entry.act, session.catalogue)},
                                     {"at", report::moment_words(entry.time, session.catalogue, *zone)},
                                     {"by", app::person_called(names, entry.actor)}});
    return lines;
}

}  // namespace

Response shown_action(const app::ShownAction& shown, const Failure* failure, const Request& request,
                      app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const app::PersonNames names = app::person_names(session);
    model::Process process;  // without an id where the sheet is not there to be read
    if (auto sheet = app::show_process(session, shown.action.process)) process = std::move(sheet->process);
    const auto today = app::today(session);
    Json::Object view;
    add_facts(view, shown, process, names, catalogue);
    add_steps(view, steps_of(shown.action, process.id.empty() ? nullptr : &process, session, *today));
    add_terms(view, shown.action, process, request, session);
    const std::string title =
        catalogue.text(Message{"web.action_title", {{"name", model::action_name(shown.action)}}});
    view["faults"] = faults_above(failure, catalogue) + kept_words(failure, request, catalogue);
    view["form_token"] = request.form_token;
    view["seen"] = fmt::format("{}", shown.action.revision);
    view["history"] = history_of(shown.history, names, session);
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
