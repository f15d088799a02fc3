// SPDX-License-Identifier: Apache-2.0
#include "app/workspace_definition.h"

#include <algorithm>

#include "app/check.h"
#include "app/rights.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

// What the processes in force on that date would miss in the organisation that these files say.
Result<Diagnostics> faults_of_processes(Workspace& workspace, const Files& files, Date date) {
    auto offer = offer_on(workspace, date);
    if (!offer) return tl::unexpected(offer.error());
    take_workspace(*offer, files);
    Diagnostics faults;
    store::DefinitionRepository definitions(workspace.database());
    for (const std::string& name : definitions.accepted_names(DefinitionKind::process)) {
        const auto version = definitions.in_force(DefinitionKind::process, name, date);
        if (!version) continue;
        const auto kept = kept_files(workspace, version->hash);
        if (!kept) return tl::unexpected(kept.error());
        const auto file =
            definition::read_process(kept->begin()->second, draft_path(DefinitionKind::process, name, ""));
        if (!file) return tl::unexpected(file.error());
        std::ranges::move(faults_against(*offer, *file), std::back_inserter(faults));
    }
    return faults;
}

}  // namespace

Result<model::DefinitionVersion> draft_workspace(Session& session) {
    if (const Done may = authorise(session, UseCase::draft_workspace); !may)
        return tl::unexpected(may.error());
    const auto files = draft_files(session.workspace, DefinitionKind::workspace, "workspace");
    if (!files) return tl::unexpected(files.error());
    if (Diagnostics faults = faults_of_workspace(session.workspace, *files); !faults.empty())
        return invalid(std::move(faults));
    return hand_in(session, DefinitionKind::workspace, "workspace", *files);
}

Result<model::DefinitionVersion> accept_workspace(Session& session, const AcceptDraft& command) {
    if (const Done may = authorise(session, UseCase::accept_workspace); !may)
        return tl::unexpected(may.error());
    auto draft = draft_to_accept(session, DefinitionKind::workspace, command);
    if (!draft) return draft;
    const auto files = kept_files(session.workspace, draft->hash);
    if (!files) return tl::unexpected(files.error());
    auto faults = faults_of_processes(session.workspace, *files, command.from);
    if (!faults) return tl::unexpected(faults.error());
    if (!faults->empty()) return invalid(std::move(*faults));
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    if (const Done accepted = accept(work, *draft, command); !accepted)
        return tl::unexpected(accepted.error());
    work.commit();
    return draft;
}

Result<ShownWorkspace> show_workspace(Session& session, const WhichVersion& which) {
    auto content = content_of(session, DefinitionKind::workspace, "workspace", which);
    if (!content) return tl::unexpected(content.error());
    auto file = definition::read_organisation(content->files.at("workspace.xml"), "workspace.xml");
    if (!file) return tl::unexpected(file.error());
    ShownWorkspace shown{std::move(content->version), std::move(file->organisation), {}};
    for (const auto& [path, bytes] : content->files) {
        if (path.starts_with("catalogues/"))
            shown.catalogues.push_back(std::filesystem::path(path).stem().string());
    }
    return shown;
}

}  // namespace cadran::app
