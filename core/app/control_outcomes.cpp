// SPDX-License-Identifier: Apache-2.0
#include "app/control_outcomes.h"

#include <algorithm>
#include <map>

#include "app/definitions.h"
#include "app/plugin_reference.h"
#include "app/rights.h"
#include "app/sight.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"

namespace cadran::app {

namespace {

// The parts that the versions of one control found in that run.
std::optional<model::ControlResult> result_in(const model::Run& run, const std::string& control) {
    std::optional<model::ControlResult> whole;
    for (const model::ControlResult& part : run.results) {
        if (part.control.id != control) continue;
        if (whole)
            whole->add(part);
        else
            whole = part;
    }
    return whole;
}

model::ControlResult without_findings(const model::ControlResult& whole) {
    model::ControlResult rest;
    rest.control = whole.control;
    rest.population = whole.population;
    return rest;
}

// Then already, whatever the version in force today says.
bool was_kept(Session& session, const model::ControlVersion& control) {
    const auto version =
        store::DefinitionRepository(session.workspace.database())
            .find(model::DefinitionKind::plugin, plugin_of_reference(control.id), control.version);
    if (!version) return true;
    const auto plugin = shared_plugin(session.workspace, *version);
    const auto* declared = plugin ? (*plugin)->plugin.find_control(control.id) : nullptr;
    return declared == nullptr || declared->control.visible_to;
}

void take_result(Session& session, ControlOutcome& outcome, const model::Run& run) {
    auto result = result_in(run, outcome.control);
    if (!result) return;
    for (const model::ControlResult& part : run.results) {
        if (part.control.id == outcome.control)
            outcome.confided = outcome.confided || was_kept(session, part.control);
    }
    outcome.result = outcome.confided ? without_findings(*result) : std::move(*result);
    outcome.run = run;
    outcome.run->results.clear();
    outcome.run->findings = {};
}

LocalText title_in_force(Session& session, const std::string& control, Date date) {
    const auto plugin = plugin_in_force(session.workspace, plugin_of_reference(control), date);
    if (!plugin) return {control, control};
    const script::ControlDeclaration* declared = plugin->value.plugin.find_control(control);
    return declared == nullptr ? LocalText{control, control} : declared->control.title;
}

}  // namespace

Result<std::vector<ControlOutcome>> list_outcomes(Session& session, const std::string& process) {
    if (const Done may = authorise(session, UseCase::show_findings); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto confided = confided_controls(session.workspace, *now);
    if (!confided) return tl::unexpected(confided.error());
    const auto sheets = processes_in_force(session.workspace, *now);
    if (!sheets) return tl::unexpected(sheets.error());
    store::RunRepository runs(session.workspace.database());
    std::map<std::int64_t, model::Run> newest;  // by number; most controls share one
    std::vector<ControlOutcome> outcomes;
    for (const InForce<model::Process>& sheet : *sheets) {
        const std::string& name = sheet.value.id;
        if (!process.empty() && name != process) continue;
        for (const model::ControlUse& use : sheet.value.controls) {
            ControlOutcome outcome{use.control, title_in_force(session, use.control, *now), name,
                                   sheet.value.title};
            outcome.confided = confided->contains(use.control);
            if (const auto number = runs.newest_with(name, use.control)) {
                auto run = newest.find(*number);
                if (run == newest.end()) run = newest.emplace(*number, *runs.find(*number)).first;
                take_result(session, outcome, run->second);
            }
            outcomes.push_back(std::move(outcome));
        }
    }
    return outcomes;
}

}  // namespace cadran::app
