// SPDX-License-Identifier: Apache-2.0
#include "app/register.h"

#include "app/action.h"
#include "app/definitions.h"
#include "app/nonconformity.h"
#include "app/rights.h"
#include "report/action_plan.h"
#include "report/registers.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

using report::RegisterKind;

Result<report::Register> actions(Session& session, const std::string& process, Date today) {
    const auto listed = list_actions(session, {.process = process});
    if (!listed) return tl::unexpected(listed.error());
    std::vector<model::Action> actions;
    for (const ListedAction& one : *listed) actions.push_back(one.action);
    return report::action_register(actions, today, session.catalogue);
}

Result<report::Register> risks(Session& session, const std::string& process, Date today,
                               const model::RiskScale& scale) {
    const auto sheets = processes_in_force(session.workspace, today);
    if (!sheets) return tl::unexpected(sheets.error());
    std::vector<model::Process> processes;
    for (const InForce<model::Process>& sheet : *sheets) {
        if (process.empty() || sheet.value.id == process) processes.push_back(sheet.value);
    }
    return report::risk_register(processes, scale, session.catalogue);
}

Result<report::Register> nonconformities(Session& session, const std::string& process,
                                         const calendar::Zone& zone) {
    const auto listed = list_nonconformities(session, process);
    if (!listed) return tl::unexpected(listed.error());
    std::vector<report::DatedNonconformity> dated;
    for (const model::Nonconformity& one : *listed) dated.push_back({one, zone.date_of(one.at)});
    return report::nonconformity_register(dated, session.catalogue);
}

// Findings are kept whatever became of the sheet of their process.
Result<report::Register> findings(Session& session, const std::string& process) {
    std::vector<std::string> names{process};
    if (process.empty())
        names = store::DefinitionRepository(session.workspace.database())
                    .accepted_names(model::DefinitionKind::process);
    std::vector<report::RegisteredFinding> registered;
    for (const std::string& name : names) {
        auto listed = list_findings(session, {.process = name});
        if (!listed) return tl::unexpected(listed.error());
        for (ListedFinding& one : *listed)
            registered.push_back({name, std::move(one.finding), one.nonconformity});
    }
    return report::finding_register(registered, session.catalogue);
}

UseCase right_for(RegisterKind kind) {
    switch (kind) {
        case RegisterKind::actions: return UseCase::show_actions;
        case RegisterKind::risks: return UseCase::read_definitions;
        case RegisterKind::nonconformities:
        case RegisterKind::findings: break;
    }
    return UseCase::show_findings;
}

}  // namespace

Result<report::Register> gather_register(Session& session, const ExportRegister& command) {
    if (const Done may = authorise(session, right_for(command.kind)); !may)
        return tl::unexpected(may.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const Date now = zone->date_of(session.clock.now());
    if (!command.process.empty()) {
        if (const auto known = process_in_force(session.workspace, command.process, now); !known)
            return tl::unexpected(known.error());
    }
    const auto entries = [&]() -> Result<report::Register> {
        switch (command.kind) {
            case RegisterKind::actions: return actions(session, command.process, now);
            case RegisterKind::risks: return risks(session, command.process, now, (*organisation)->scale);
            case RegisterKind::nonconformities: return nonconformities(session, command.process, *zone);
            case RegisterKind::findings: break;
        }
        return findings(session, command.process);
    }();
    if (!entries) return entries;
    report::Register complete = *entries;
    complete.organisation = (*organisation)->name;
    complete.appearance = (*organisation)->appearance;
    complete.simulated = session.workspace.is_sample();
    complete.on = now;
    return complete;
}

}  // namespace cadran::app
