// SPDX-License-Identifier: Apache-2.0
#include "app/cycle.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/dossier.h"
#include "app/rights.h"
#include "store/action_repository.h"
#include "store/definition_repository.h"
#include "store/measurement_repository.h"
#include "store/review_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using calendar::Period;

using model::Stage;

struct Turn {
    InForce<model::Process> process;
    model::Cycle cycle;
    Date today;
};

Result<Turn> turn_of(Session& session, const std::string& name) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto process = process_in_force(session.workspace, name, *now);
    if (!process) return tl::unexpected(process.error());
    const auto cycle = store::CycleRepository(session.workspace.database()).newest(name);
    if (!cycle) return not_found({"app.no_cycle", {{"process", name}}});
    return Turn{std::move(*process), *cycle, *now};
}

void refuse(Diagnostics& obstacles, Message what, std::optional<Message> hint = {}) {
    obstacles.push_back({{}, std::move(what), std::move(hint)});
}

// Plan is complete when every indicator has a target for the period.
Diagnostics obstacles_to_execute(const Turn& turn) {
    Diagnostics obstacles;
    for (const model::Indicator& indicator : turn.process.value.indicators) {
        if (indicator.target_at(turn.cycle.period.last())) continue;
        refuse(obstacles,
               {"app.no_target", {{"indicator", indicator.title}, {"period", turn.cycle.period.text()}}},
               Message{"app.set_a_target"});
    }
    return obstacles;
}

Diagnostics obstacles_to_check(const Turn& turn) {
    Diagnostics obstacles;
    if (turn.today <= turn.cycle.period.last()) {
        refuse(obstacles, {"app.period_not_over",
                           {{"period", turn.cycle.period.text()}, {"date", turn.cycle.period.last()}}});
    }
    return obstacles;
}

// The periods whose figures the turn cannot be checked without.
std::vector<Period> periods_to_measure(const model::Indicator& indicator, const Period& turn) {
    if (indicator.frequency <= turn.kind()) return {turn};
    return turn.ended(indicator.frequency);
}

// Check is complete when every indicator was measured, or its absence justified.
Diagnostics obstacles_to_act(Session& session, const Turn& turn) {
    Diagnostics obstacles;
    store::MeasurementRepository measurements(session.workspace.database());
    for (const model::Indicator& indicator : turn.process.value.indicators) {
        const bool by_hand = indicator.source == model::Source::by_hand;
        for (const Period& period : periods_to_measure(indicator, turn.cycle.period)) {
            if (measurements.newest(turn.cycle.process, indicator.id, period)) continue;
            refuse(obstacles,
                   {"app.not_measured", {{"indicator", indicator.title}, {"period", period.text()}}},
                   Message{by_hand ? "app.record_first" : "app.measure_first",
                           {{"process", turn.cycle.process},
                            {"indicator", indicator.id},
                            {"period", period.text()}}});
        }
    }
    return obstacles;
}

Diagnostics obstacles(Session& session, const Turn& turn, Stage next) {
    switch (next) {
        case Stage::execute: return obstacles_to_execute(turn);
        case Stage::check: return obstacles_to_check(turn);
        case Stage::act: return obstacles_to_act(session, turn);
        default: break;
    }
    Diagnostics obstacles;
    refuse(obstacles, {"app.closed_by_signature"},
           Message{"app.sign_the_review",
                   {{"process", turn.cycle.process}, {"period", turn.cycle.period.text()}}});
    return obstacles;
}

Result<model::Cycle> move(store::UnitOfWork& work, model::Cycle cycle, Stage to) {
    const Json before = store::state(cycle);
    const int expected = cycle.revision++;
    cycle.stage = to;
    if (!store::CycleRepository(work.database()).update(cycle, expected)) {
        return conflict({"app.cycle_moved", {{"process", cycle.process}}});
    }
    work.journal("cycle.turn", store::subject(cycle), before, store::state(cycle));
    return cycle;
}

// None while the turn is carried out: its figures are not all there, those before it were looked at.
std::vector<ProposedObjective> proposals(Session& session, const Turn& turn) {
    if (turn.cycle.stage == Stage::execute) return {};
    const Period looked_at =
        turn.cycle.stage == Stage::plan ? turn.cycle.period.previous() : turn.cycle.period;
    const model::Process& process = turn.process.value;
    const auto measurements = store::MeasurementRepository(session.workspace.database()).list(process.id);
    std::vector<ProposedObjective> proposed;
    for (const model::Indicator& indicator : process.indicators) {
        const auto history = model::indicator_history(
            indicator, measurements, model::last_period_of(indicator, looked_at), model::usual_history);
        const auto proposal = model::proposed_objective(indicator, history);
        if (!proposal) continue;
        const LocalText objective = objective_judged_by(process, indicator);
        proposed.push_back({objective == LocalText{} ? indicator.title : objective, indicator, *proposal});
    }
    return proposed;
}

ShownCycle shown_cycle(Session& session, const Turn& turn, const Currency& currency) {
    ShownCycle shown{turn.cycle, model::stage_after(turn.cycle.stage), {}, 0, 0, proposals(session, turn),
                     currency};
    if (shown.next) shown.obstacles = obstacles(session, turn, *shown.next);
    store::ActionRepository actions(session.workspace.database());
    shown.open_actions = actions.count(
        {.process = turn.cycle.process, .states = {model::open_states.begin(), model::open_states.end()}});
    shown.overdue_actions = actions.count({.process = turn.cycle.process, .overdue_on = turn.today});
    return shown;
}

}  // namespace

Result<ShownCycle> show_cycle(Session& session, const std::string& process) {
    if (const Done may = authorise(session, UseCase::show_cycle); !may) return tl::unexpected(may.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto turn = turn_of(session, process);
    if (!turn) return tl::unexpected(turn.error());
    return shown_cycle(session, *turn, (*organisation)->currency);
}

Result<std::vector<ShownCycle>> list_cycles(Session& session) {
    if (const Done may = authorise(session, UseCase::show_cycle); !may) return tl::unexpected(may.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    std::vector<ShownCycle> shown;
    for (const std::string& name : store::DefinitionRepository(session.workspace.database())
                                       .accepted_names(model::DefinitionKind::process)) {
        if (const auto turn = turn_of(session, name))
            shown.push_back(shown_cycle(session, *turn, (*organisation)->currency));
    }
    return shown;
}

Result<model::Cycle> turn_cycle(Session& session, const std::string& process, Stage to) {
    const auto turn = turn_of(session, process);
    if (!turn) return tl::unexpected(turn.error());
    if (const Done may = authorise(session, UseCase::turn_cycle, turn->process.value); !may)
        return tl::unexpected(may.error());
    if (model::stage_after(turn->cycle.stage) != to) {
        return conflict(
            {"app.wrong_stage", {{"process", process}, {"stage", model::stage_title(turn->cycle.stage)}}},
            Message{"app.see_the_cycle", {{"process", process}}});
    }
    if (Diagnostics standing = obstacles(session, *turn, to); !standing.empty()) {
        return tl::unexpected(Failure{Failure::Kind::conflict, std::move(standing)});
    }
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto moved = move(work, turn->cycle, to);
    if (moved) work.commit();
    return moved;
}

Result<model::Cycle> close_turn(store::UnitOfWork& work, const model::Cycle& turn) {
    if (const auto closed = move(work, turn, Stage::closed); !closed) return closed;
    const model::Cycle next{turn.process, turn.number + 1, turn.period.next(), Stage::plan, 1};
    store::CycleRepository(work.database()).insert(next);
    work.journal("cycle.open", store::subject(next), {}, store::state(next));
    return next;
}

}  // namespace cadran::app
