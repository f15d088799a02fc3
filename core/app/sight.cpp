// SPDX-License-Identifier: Apache-2.0
#include "app/sight.h"

#include <algorithm>
#include <array>

#include "app/definitions.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

Result<store::Sight> sight_for(const Session& session, UseCase use_case) {
    bool of_everybody = false;
    std::vector<model::Role> kept_for;
    for (const model::Role role : session.actor.roles) {
        const Scope scope = scope_of(role, use_case);
        if (scope == Scope::all) of_everybody = true;
        if (scope == Scope::confided) kept_for.push_back(role);
    }
    if (!of_everybody && kept_for.empty()) {
        if (const Done may = authorise(session, use_case); !may) return tl::unexpected(may.error());
    }
    return store::Sight(of_everybody, kept_for);
}

std::string blinding(Session& session) {
    std::array<std::uint8_t, 16> bytes{};
    session.randomness.fill(bytes);
    return hex_text(bytes);
}

std::string blinded_channel(Session& session, const store::Sight& sight) {
    const bool is_confidant =
        std::ranges::any_of(model::confidants, [&](model::Role role) { return sight.reaches(role); });
    return is_confidant ? session.channel + " " + blinding(session) : session.channel;
}

void journal_reading(Session& session, const std::vector<model::Finding>& findings) {
    const auto is_kept = [](const model::Finding& finding) { return finding.visible_to.has_value(); };
    if (std::ranges::none_of(findings, is_kept)) return;
    const store::Sight whole = store::Sight::whole();
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name,
                           blinded_channel(session, whole));
    store::FindingRepository repository(work.database(), whole);
    for (const model::Finding& finding : findings) {
        if (!is_kept(finding)) continue;
        const auto now = repository.find(finding.id);
        if (!now) continue;
        const Json state = store::state(*now, repository.decisions(now->id));
        work.journal("finding.read", store::subject(*now), state, state);
    }
    work.commit();
}

Result<std::set<std::string>> confided_controls(Workspace& workspace, Date date) {
    const auto plugins = plugins_in_force(workspace, date);
    if (!plugins) return tl::unexpected(plugins.error());
    std::set<std::string> confided;
    for (const auto& plugin : *plugins) {
        for (const script::ControlDeclaration& declared : plugin.value.plugin.controls) {
            if (declared.control.visible_to) confided.insert(declared.control.id);
        }
    }
    return confided;
}

}  // namespace cadran::app
