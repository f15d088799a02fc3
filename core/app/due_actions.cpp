// SPDX-License-Identifier: Apache-2.0
#include "app/due_actions.h"

#include <algorithm>

#include "app/escalation.h"
#include "model/action.h"
#include "store/action_repository.h"

namespace cadran::app {

namespace {

using model::Action;
using model::ActionLevel;
using model::ActionState;

UseCase decision_at(ActionLevel level) {
    switch (level) {
        case ActionLevel::quick_win: return UseCase::decide_quick_win;
        case ActionLevel::sector: return UseCase::decide_sector_action;
        case ActionLevel::structural: break;
    }
    return UseCase::decide_structural_action;
}

// Of one process.
class ActionDueGathering {
  public:
    ActionDueGathering(store::Database& database, DuePeople& people, const model::Process& process,
                       Date today, const std::string& account)
        : repository_(database), people_(people), process_(process), today_(today), account_(account) {}

    std::vector<DueItem> gather() {
        read_proposed();
        read_under_way();
        if (may_await(people_.with_right(UseCase::verify_action, process_)))
            read({.process = process_.id, .states = {ActionState::done}});
        std::ranges::sort(actions_, {}, &Action::number);
        for (const Action& action : actions_) add(action);
        return std::move(items_);
    }

  private:
    bool may_await(const std::vector<std::string>& names) const {
        return account_.empty() || std::ranges::binary_search(names, account_);
    }

    void read(const store::ActionFilter& filter) {
        std::ranges::move(repository_.list(filter), std::back_inserter(actions_));
    }

    void read_proposed() {
        std::vector<ActionLevel> levels;
        for (const ActionLevel level : model::all_action_levels) {
            if (may_await(people_.with_right(decision_at(level), process_))) levels.push_back(level);
        }
        if (!levels.empty())
            read({.process = process_.id, .states = {ActionState::proposed}, .levels = levels});
    }

    // Whoever they may come up to sees those of others.
    void read_under_way() {
        const bool of_others =
            account_ == process_.pilot || may_await(people_.with_role(model::Role::quality_manager));
        read({.process = process_.id,
              .states = {ActionState::decided, ActionState::in_progress},
              .owner = of_others ? std::string() : account_});
    }

    void add(const Action& action) {
        switch (action.state) {
            case ActionState::proposed: {
                const bool own = action.level == ActionLevel::quick_win;
                step(action, DueKind::action, "app.due_decide_action",
                     without(people_.with_right(decision_at(action.level), process_),
                             own ? std::string() : action.proposed.by),
                     {}, "decide");
                break;
            }
            case ActionState::decided: under_way(action, "start"); break;
            case ActionState::in_progress: under_way(action, "finish"); break;
            case ActionState::done:
                if (action.effectiveness.is_said())
                    step(action, DueKind::judgement, "app.due_judge_action",
                         without(people_.with_right(UseCase::verify_action, process_), action.owner),
                         action.effectiveness.on, "verify");
                break;
            default: break;
        }
    }

    void under_way(const Action& action, const char* verb) {
        DueItem& item = step(action, DueKind::action, "app.due_action", {action.owner}, action.due, verb);
        if (!action.due) return;
        item.escalated_to =
            escalated_to({{process_.pilot}, people_.with_role(model::Role::quality_manager)}, {action.owner},
                         std::chrono::sys_days{today_} - std::chrono::sys_days{*action.due});
    }

    DueItem& step(const Action& action, DueKind kind, const char* what, std::vector<std::string> who,
                  std::optional<Date> on, const char* verb) {
        return items_.emplace_back(
            DueItem{kind,
                    process_.id,
                    {what, {{"action", model::action_name(action)}, {"text", action.text}}},
                    std::move(who),
                    on,
                    false,
                    fmt::format("action {} {}", verb, action.number),
                    fmt::format("{}/{}", due_kind_name(kind), action.number)});
    }

    store::ActionRepository repository_;
    DuePeople& people_;
    const model::Process& process_;
    Date today_;
    const std::string& account_;
    std::vector<Action> actions_;
    std::vector<DueItem> items_;
};

}  // namespace

std::vector<DueItem> actions_due(store::Database& database, DuePeople& people, const model::Process& process,
                                 Date today, const std::string& account) {
    return ActionDueGathering(database, people, process, today, account).gather();
}

}  // namespace cadran::app
