// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "app/sheet.h"
#include "report/words.h"
#include "web/action_choice.h"
#include "web/action_pages.h"
#include "web/action_rows.h"
#include "web/action_steps.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using model::ActionState;

constexpr std::array board_labels{
    "web.look_board", "web.no_card",         "web.owner",         "web.by_when",       "web.progress",
    "web.next_step",  "web.start_action",    "web.decide_action", "web.verify_action", "web.percent",
    "web.comment",    "web.report_progress", "web.finish_action", "web.board_hint",    "web.level",
};

// What is closed is shown last, as far as it was closed last.
constexpr std::size_t closed_cards = 12;

struct Column {
    std::string_view id;
    LocalText title;
    std::vector<app::ListedAction> actions = {};
};

std::vector<Column> columns_of(const std::vector<app::ListedAction>& actions) {
    std::vector<Column> columns;
    for (const ActionState state :
         {ActionState::proposed, ActionState::decided, ActionState::in_progress, ActionState::done})
        columns.push_back({model::action_state_name(state), model::action_state_title(state)});
    columns.push_back({"closed", {}});
    for (const app::ListedAction& one : actions) {
        const auto place = static_cast<std::size_t>(one.action.state);
        columns[std::min(place, columns.size() - 1)].actions.push_back(one);
    }
    for (Column& column : columns) {
        std::ranges::stable_sort(column.actions, {}, [](const app::ListedAction& one) {
            return std::pair(!one.action.due, one.action.due.value_or(Date{}));
        });
    }
    std::vector<app::ListedAction>& closed = columns.back().actions;
    std::ranges::sort(closed, std::ranges::greater(),
                      [](const app::ListedAction& one) { return one.action.number; });
    if (closed.size() > closed_cards) closed.resize(closed_cards);
    return columns;
}

void add_card_steps(Json::Array& cards, const Column& column, const report::ProcessMap& map,
                    const app::Session& session, Date today) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const model::Action& action = column.actions[i].action;
        const auto process = std::ranges::find(map.processes, action.process, &model::Process::id);
        const ActionSteps steps =
            steps_of(action, process == map.processes.end() ? nullptr : &*process, session, today);
        Json::Object card = cards[i].object();
        card["has_due"] = action.due.has_value();
        card["has_terms"] = action.due || !action.owner.empty();
        card["may_decide"] = steps.decide;
        card["may_report"] = steps.report;
        card["may_start"] = steps.start;
        card["may_verify"] = steps.verify;
        card["percent_text"] = fmt::format("{}", action.progress);
        cards[i] = std::move(card);
    }
}

}  // namespace

Result<Response> action_board_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const ActionChoice choice = action_choice(request, ActionLook::board, session);
    const auto listed = app::list_actions(session, query_of(choice));
    if (!listed) return tl::unexpected(listed.error());
    const auto today = app::today(session);
    if (!today) return tl::unexpected(today.error());
    report::ProcessMap map;
    if (auto shown = app::show_map(session, {})) map = std::move(*shown);
    Json::Array columns;
    for (const Column& column : columns_of(*listed)) {
        Json::Array cards = action_rows(column.actions, session);
        add_card_steps(cards, column, map, session, *today);
        const std::string title = column.title.fr.empty() ? catalogue.text(Message{"web.closed_actions"})
                                                          : catalogue.text(column.title);
        columns.push_back(Json::Object{{"cards", cards},
                                       {"count", catalogue.number(std::ssize(column.actions))},
                                       {"empty", cards.empty()},
                                       {"id", column.id},
                                       {"title", title}});
    }
    const std::string body = filled_template(
        "action_board", Json::Object{{"choice", action_choice_markup(choice, ActionLook::board,
                                                                     std::ssize(*listed), request, session)},
                                     {"columns", columns},
                                     {"filters", filter_query(request)},
                                     {"form_token", request.form_token},
                                     {"label", report::labels(board_labels, catalogue)}});
    return framed({.title = catalogue.text(Message{"web.actions"}), .place = "/actions", .body = body},
                  request, session);
}

}  // namespace cadran::web
