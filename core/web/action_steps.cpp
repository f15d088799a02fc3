// SPDX-License-Identifier: Apache-2.0
#include "web/action_steps.h"

#include "app/rights.h"

namespace cadran::web {

namespace {

using model::ActionState;

app::UseCase decision_right(model::ActionLevel level) {
    switch (level) {
        case model::ActionLevel::quick_win: return app::UseCase::decide_quick_win;
        case model::ActionLevel::sector: return app::UseCase::decide_sector_action;
        case model::ActionLevel::structural: break;
    }
    return app::UseCase::decide_structural_action;
}

bool has_right(const app::Session& session, app::UseCase use_case, const model::Process* process) {
    return process != nullptr ? app::authorise(session, use_case, *process).has_value()
                              : app::scope_of(session.actor, use_case) == app::Scope::all;
}

}  // namespace

ActionSteps steps_of(const model::Action& action, const model::Process* process, const app::Session& session,
                     Date today) {
    const std::string& actor = session.actor.name;
    const bool proposed_it = action.proposed.by == actor;
    const bool decides = has_right(session, decision_right(action.level), process);
    const bool works = action.owner == actor || has_right(session, app::UseCase::carry_out_action, process);
    const bool too_early = action.effectiveness.on && *action.effectiveness.on > today;
    const bool is_proposed = action.state == ActionState::proposed;
    return {
        .decide = is_proposed && decides && (!proposed_it || action.level == model::ActionLevel::quick_win),
        .start = action.state == ActionState::decided && works,
        .report = action.state == ActionState::in_progress && works,
        .verify = action.state == ActionState::done && action.owner != actor && !too_early &&
                  has_right(session, app::UseCase::verify_action, process),
        .cancel = action.is_open() && action.state != ActionState::done &&
                  (decides || (is_proposed && proposed_it)),
    };
}

}  // namespace cadran::web
