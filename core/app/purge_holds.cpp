// SPDX-License-Identifier: Apache-2.0
#include "app/purge_holds.h"

#include <algorithm>

#include "app/definitions.h"
#include "base/text.h"
#include "store/action_repository.h"
#include "store/finding_repository.h"
#include "store/nonconformity_repository.h"
#include "store/review_repository.h"

namespace cadran::app {

namespace {

// The record types that a control or a measure looks at: its own, those joined and those it looks values up
// in.
void add_types(const std::string& from, const expression::Query& query, std::set<std::string>& types) {
    types.insert(from);
    for (const expression::Join& join : query.joins()) types.insert(join.type);
    for (const expression::SemiJoin& set : query.semi_joins()) types.insert(set.type);
}

void add_types(const model::Process& process, const script::Plugin& plugin, std::set<std::string>& types) {
    for (const model::ControlUse& use : process.controls) {
        if (const auto* control = plugin.find_control(use.control))
            add_types(control->control.population.from, control->query, types);
    }
    for (const model::Indicator& indicator : process.indicators) {
        if (indicator.source == model::Source::records)
            types.insert(indicator.measure.substr(indicator.measure.find('/') + 1));
        if (const auto* measure = plugin.find_measure(indicator.measure)) {
            add_types(measure->measure.population.from, measure->query, types);
            for (const expression::SemiJoin& set : measure->meets.semi_joins()) types.insert(set.type);
        }
    }
}

// One sentence for all of them: how many, and the first.
void add_count(std::vector<Message>& holds, const std::vector<std::string>& findings, Message what) {
    if (findings.empty()) return;
    what.arguments = {{"count", std::ssize(findings)}, {"finding", findings.front()}};
    holds.push_back(std::move(what));
}

}  // namespace

PurgeHolds::PurgeHolds(Session& session, Date today)
    : session_(session),
      today_(today),
      unreleased_(store::ReleaseRepository(session.workspace.database()).waiting()) {
    store::Database& database = session.workspace.database();
    for (model::Cycle& turn : store::CycleRepository(database).list()) {
        if (turn.stage != model::Stage::closed) open_turns_.push_back(std::move(turn));
    }
    for (model::Action& action : store::ActionRepository(database).list()) {
        if (action.is_open() || action.state == model::ActionState::done)
            running_.push_back(std::move(action));
    }
}

std::vector<Message> PurgeHolds::of_periods(const model::Import& import) {
    std::vector<Message> holds;
    if (!import.last_event) return holds;
    for (const model::Cycle& turn : open_turns_) {
        if (*import.last_event < turn.period.first() || !reads(turn.process, import.type)) continue;
        holds.push_back({"app.held_by_period", {{"process", turn.process}, {"period", turn.period.text()}}});
    }
    return holds;
}

std::vector<Message> PurgeHolds::of_findings(const std::set<std::string>& findings) {
    std::vector<Message> holds;
    std::vector<std::string> open, unreleased;
    store::FindingRepository repository(session_.workspace.database(), store::Sight::common());
    for (const std::string& id : findings) {
        const auto finding = repository.find(id);
        if (finding && finding->state == model::FindingState::open) open.push_back(id);
        if (std::ranges::binary_search(unreleased_, id)) unreleased.push_back(id);
    }
    add_count(holds, open, {"app.held_by_findings"});
    add_count(holds, unreleased, {"app.held_by_releases"});
    for (const model::Action& action : running_) {
        if (!concerns(action, findings)) continue;
        holds.push_back(
            {"app.held_by_action", {{"action", model::action_name(action)}, {"process", action.process}}});
    }
    return holds;
}

bool PurgeHolds::reads(const std::string& process, const std::string& type) {
    const auto [known, fresh] = types_.try_emplace(process);
    if (fresh) known->second = types_read_by(process);
    return !known->second || known->second->contains(type);
}

std::optional<std::set<std::string>> PurgeHolds::types_read_by(const std::string& process) {
    const auto in_force = process_in_force(session_.workspace, process, today_);
    const auto plugins = plugins_in_force(session_.workspace, today_);
    if (!in_force || !plugins) return {};
    std::set<std::string> types;
    for (const auto& plugin : *plugins) add_types(in_force->value, plugin.value.plugin, types);
    return types;
}

bool PurgeHolds::concerns(const model::Action& action, const std::set<std::string>& findings) {
    if (action.origin == model::ActionOrigin::finding) return findings.contains(action.source);
    if (action.origin != model::ActionOrigin::nonconformity) return false;
    const auto number = parse_integer(action.source);
    if (!number) return false;
    const auto group = store::NonconformityRepository(session_.workspace.database()).find(*number);
    return group &&
           std::ranges::any_of(group->findings, [&](const std::string& id) { return findings.contains(id); });
}

}  // namespace cadran::app
