// SPDX-License-Identifier: Apache-2.0
#include "app/plugin.h"

#include <algorithm>

#include "app/nearest.h"
#include "app/parameters.h"
#include "app/plugin_trust.h"
#include "app/rights.h"
#include "control/rehearsal.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

PlayedSpec play(const script::ControlDeclaration& control, const script::Plugin& plugin, const Files& files,
                const calendar::Locality& locality, const std::shared_ptr<script::Worker>& worker) {
    PlayedSpec played{.control = control.control.id};
    const auto spec = std::ranges::find(plugin.specs, played.control, &script::Spec::control);
    if (spec == plugin.specs.end()) return played;
    script::LineCoverage lines;
    for (const auto& [type, batch] : spec->records) played.examples += static_cast<std::int64_t>(batch->rows);
    const control::Rehearsing how{&lines, worker};
    played.differences = control::rehearse(*spec, plugin, files, locality, how);
    for (const script::Property& property : plugin.properties) {
        if (property.spec.control != played.control) continue;
        ++played.properties;
        control::RehearsedProperty rehearsed = control::rehearse(property, plugin, files, locality, how);
        played.cases += rehearsed.cases;
        std::ranges::move(rehearsed.differences, std::back_inserter(played.differences));
    }
    if (!control.control.has_judge) return played;
    const script::CoveredLines covered = script::covered_lines(lines, files.at(control.path));
    played.lines = std::ssize(covered.all);
    for (const int line : covered.never_run) played.never_run.push_back({control.place.file, line, 0});
    return played;
}

}  // namespace

Result<model::DefinitionVersion> draft_plugin(Session& session, const std::string& name,
                                              const std::optional<Digest>& seen) {
    if (const Done may = authorise(session, UseCase::draft_plugin); !may) return tl::unexpected(may.error());
    const auto files = draft_files(session.workspace, DefinitionKind::plugin, name);
    if (!files) return tl::unexpected(files.error());
    if (seen && manifest_digest(*files) != *seen)
        return conflict({"app.draft_changed", {{"name", name}}}, Message{"app.look_at_their_changes"});
    const auto plugin = load_plugin(session.workspace, name, *files);
    if (!plugin) return tl::unexpected(plugin.error());
    if (plugin->id != name) {
        return invalid({Diagnostic{{draft_path(DefinitionKind::plugin, name, "plugin.lua"), 0, 0},
                                   {"app.other_id", {{"id", plugin->id}, {"file", name}}},
                                   Message{"app.file_named_after_id"}}});
    }
    return hand_in(session, DefinitionKind::plugin, name, *files);
}

Result<model::DefinitionVersion> accept_plugin(Session& session, const AcceptDraft& command) {
    if (const Done may = authorise(session, UseCase::accept_plugin); !may) return tl::unexpected(may.error());
    auto draft = draft_to_accept(session, DefinitionKind::plugin, command);
    if (!draft) return draft;
    // What this program cannot load today must not come into force.
    if (const auto content = plugin_of(session.workspace, *draft); !content)
        return tl::unexpected(content.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    if (const Done accepted = accept(work, *draft, command); !accepted)
        return tl::unexpected(accepted.error());
    work.commit();
    return draft;
}

Result<ShownPlugin> show_plugin(Session& session, const std::string& name, const WhichVersion& which) {
    auto content = content_of(session, DefinitionKind::plugin, name, which);
    if (!content) return tl::unexpected(content.error());
    auto plugin = load_plugin(session.workspace, name, content->files);
    if (!plugin) return tl::unexpected(plugin.error());
    const auto trusted = is_trusted(session.workspace, name);
    if (!trusted) return tl::unexpected(trusted.error());
    ShownPlugin shown{
        std::move(content->version), plugin->title, std::move(plugin->records), {}, {}, *trusted};
    for (script::ControlDeclaration& one : plugin->controls) shown.controls.push_back(std::move(one.control));
    for (script::MeasureDeclaration& one : plugin->measures) shown.measures.push_back(std::move(one.measure));
    return shown;
}

Result<std::vector<PlayedSpec>> test_plugin(Session& session, const std::string& name,
                                            const WhichVersion& which) {
    const auto content = content_of(session, DefinitionKind::plugin, name, which);
    if (!content) return tl::unexpected(content.error());
    const auto plugin = load_plugin(session.workspace, name, content->files);
    if (!plugin) return tl::unexpected(plugin.error());
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    const auto worker = worker_for(session.workspace, name);
    if (!worker) return tl::unexpected(worker.error());
    std::vector<PlayedSpec> played;
    for (const script::ControlDeclaration& control : plugin->controls)
        played.push_back(play(control, *plugin, content->files, *locality, *worker));
    return played;
}

Result<ShownControl> show_control(Session& session, const std::string& control) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto plugins = plugins_in_force(session.workspace, *now);
    if (!plugins) return tl::unexpected(plugins.error());
    std::vector<std::string> known;
    for (const auto& plugin : *plugins) {
        for (const script::ControlDeclaration& declared : plugin.value.plugin.controls) {
            known.push_back(declared.control.id);
            if (declared.control.id != control) continue;
            return ShownControl{plugin.version, declared.control,
                                population_in_words(declared, default_values(declared.control.parameters),
                                                    session.catalogue)};
        }
    }
    return not_found({"app.no_control", {{"name", control}}}, nearest_hint(control, known));
}

}  // namespace cadran::app
