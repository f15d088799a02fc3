// SPDX-License-Identifier: Apache-2.0
#include "app/workspace_definition.h"

#include <algorithm>
#include <set>

#include "app/check.h"
#include "app/rights.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

// The days from `from` on, and before a version already accepted for later, on which a process comes into
// force.
std::set<Date> days_to_check(store::DefinitionRepository& definitions, Date from) {
    std::optional<Date> end;
    for (const auto& version : definitions.list(DefinitionKind::workspace)) {
        if (!version.acceptance || version.acceptance->from <= from) continue;
        if (!end || version.acceptance->from < *end) end = version.acceptance->from;
    }
    std::set<Date> days{from};
    for (const auto& version : definitions.list(DefinitionKind::process)) {
        if (!version.acceptance || version.acceptance->from <= from) continue;
        if (!end || version.acceptance->from < *end) days.insert(version.acceptance->from);
    }
    return days;
}

bool holds(const Diagnostics& faults, const Diagnostic& fault) {
    return std::ranges::any_of(faults, [&](const Diagnostic& other) {
        return other.place == fault.place && other.what == fault.what;
    });
}

// What the processes in force on that day would newly miss in the organisation that these files say.
Done add_faults_of_processes(Diagnostics& faults, Workspace& workspace, const Files& files, Date day) {
    const auto before = offer_on(workspace, day);
    if (!before) return tl::unexpected(before.error());
    Offer after = *before;
    take_workspace(after, files);
    for (const model::DefinitionVersion& version :
         store::DefinitionRepository(workspace.database()).all_in_force(DefinitionKind::process, day)) {
        const auto kept = kept_files(workspace, version.hash);
        if (!kept) return tl::unexpected(kept.error());
        const auto file = definition::read_process(kept->begin()->second,
                                                   draft_path(DefinitionKind::process, version.name, ""));
        if (!file) return tl::unexpected(file.error());
        const Diagnostics already = faults_against(*before, *file);
        for (Diagnostic& fault : faults_against(after, *file)) {
            if (!holds(already, fault) && !holds(faults, fault)) faults.push_back(std::move(fault));
        }
    }
    return {};
}

Done check_against_processes(Workspace& workspace, const Files& files, Date from) {
    Diagnostics faults;
    store::DefinitionRepository definitions(workspace.database());
    for (const Date day : days_to_check(definitions, from)) {
        if (const Done read = add_faults_of_processes(faults, workspace, files, day); !read) return read;
    }
    sort_by_place(faults);
    if (!faults.empty()) return invalid(std::move(faults));
    return {};
}

}  // namespace

Result<model::DefinitionVersion> draft_workspace(Session& session, const std::optional<Digest>& seen) {
    if (const Done may = authorise(session, UseCase::draft_workspace); !may)
        return tl::unexpected(may.error());
    const auto files = draft_files(session.workspace, DefinitionKind::workspace, "workspace");
    if (!files) return tl::unexpected(files.error());
    if (seen && manifest_digest(*files) != *seen)
        return conflict({"app.draft_changed", {{"name", "workspace"}}}, Message{"app.look_at_their_changes"});
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
    if (Diagnostics faults = faults_of_workspace(session.workspace, *files); !faults.empty())
        return invalid(std::move(faults));
    if (const Done fits = check_against_processes(session.workspace, *files, command.from); !fits)
        return tl::unexpected(fits.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    if (const Done accepted = accept(work, *draft, command); !accepted)
        return tl::unexpected(accepted.error());
    work.commit();
    return draft;
}

Result<ShownWorkspace> show_workspace(Session& session, const WhichVersion& which) {
    auto content = content_of(session, DefinitionKind::workspace, "workspace", which);
    if (!content) return tl::unexpected(content.error());
    auto file = organisation_in(content->files);
    if (!file) return tl::unexpected(file.error());
    ShownWorkspace shown{std::move(content->version), std::move(file->organisation), {}};
    for (const auto& [path, bytes] : content->files) {
        if (is_catalogue(path)) shown.catalogues.push_back(std::filesystem::path(path).stem().string());
    }
    return shown;
}

}  // namespace cadran::app
