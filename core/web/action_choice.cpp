// SPDX-License-Identifier: Apache-2.0
#include "web/action_choice.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/people.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array choice_labels{
    "web.process",   "web.owner",       "web.state",         "web.filter",         "web.only_mine",
    "web.only_late", "web.every_state", "web.every_process", "web.everybody",      "web.looks",
    "web.look_list", "web.look_board",  "web.look_calendar", "web.propose_action", "web.export",
};

struct Look {
    ActionLook look;
    std::string_view place;
    const char* title;
};

constexpr std::array action_looks{
    Look{ActionLook::list, "/actions", "web.look_list"},
    Look{ActionLook::board, "/actions/board", "web.look_board"},
    Look{ActionLook::calendar, "/actions/calendar", "web.look_calendar"},
};

constexpr std::array action_filters{"process", "owner", "state", "late", "month"};

Json::Array ways(ActionLook here, const Request& request, const Catalogue& catalogue) {
    const std::string query = filter_query(request, "month");
    Json::Array all;
    for (const Look& one : action_looks)
        all.push_back(Json::Object{{"current", one.look == here},
                                   {"place", std::string(one.place) + (query.empty() ? "" : "?" + query)},
                                   {"title", catalogue.text(Message{one.title})}});
    return all;
}

// Everybody who has one, oneself, and who was chosen.
Json::Array owners_to_choose(const std::string& chosen, app::Session& session) {
    const app::PersonNames names = app::person_names(session);
    std::set<std::string> owners{session.actor.name};
    if (names.contains(chosen)) owners.insert(chosen);
    for (std::string& owner : app::action_owners(session)) owners.insert(std::move(owner));
    Json::Array all;
    for (const std::string& owner : owners)
        all.push_back(option(owner, app::person_called(names, owner), chosen));
    return all;
}

}  // namespace

ActionChoice action_choice(const Request& request, ActionLook look, const app::Session& session) {
    const Fields& query = request.query;
    ActionChoice choice{
        .process = query.get("process"),
        .owner = query.get("owner"),
        .state = {},
        .late = query.has("late"),
        .sees_all = app::scope_of(session.actor, app::UseCase::show_actions) == app::Scope::all};
    if (look == ActionLook::list) choice.state = model::parse_action_state(query.get("state"));
    if (!choice.sees_all) choice.owner = session.actor.name;
    return choice;
}

app::ActionQuery query_of(const ActionChoice& choice) {
    return {.process = choice.process, .state = choice.state, .owner = choice.owner, .overdue = choice.late};
}

std::string action_choice_markup(const ActionChoice& choice, ActionLook look, std::int64_t count,
                                 const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    return filled_template(
        "action_choice",
        Json::Object{
            {"has_state", look == ActionLook::list},
            {"label", report::labels(choice_labels, catalogue)},
            {"late_only", choice.late},
            {"looks", ways(look, request, catalogue)},
            {"may_choose", choice.sees_all},
            {"may_propose", app::scope_of(session.actor, app::UseCase::propose_action) != app::Scope::none},
            {"month", look == ActionLook::calendar ? Json(request.query.get("month")) : Json(false)},
            {"owners", owners_to_choose(choice.owner, session)},
            {"place", action_looks[static_cast<std::size_t>(look)].place},
            {"processes", processes_to_choose(choice.process, session)},
            {"states", options(model::all_action_states, model::action_state_name, model::action_state_title,
                               request.query.get("state"), catalogue)},
            {"summary", catalogue.text(Message{"web.actions_listed", {{"count", count}}})},
            {"title", catalogue.text(Message{"web.actions"})}});
}

std::string filter_query(const Request& request, std::string_view but) {
    std::string query;
    for (const char* name : action_filters) {
        const std::string value = request.query.get(name);
        if (value.empty() || name == but) continue;
        query += (query.empty() ? "" : "&") + std::string(name) + "=" + percent_encoded(value);
    }
    return query;
}

std::string sent_query(const Request& request) {
    const std::string query = request.form.get("filters");
    const bool plain = std::ranges::all_of(query, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               std::string_view("=&%-._~").find(c) != std::string_view::npos;
    });
    return plain ? query : std::string();
}

}  // namespace cadran::web
