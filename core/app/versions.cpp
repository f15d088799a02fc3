// SPDX-License-Identifier: Apache-2.0
#include "app/versions.h"

#include <algorithm>
#include <set>

#include "app/nearest.h"
#include "app/plugin.h"
#include "app/plugin_trust.h"
#include "app/process.h"
#include "app/rights.h"
#include "app/workspace_definition.h"
#include "base/file.h"
#include "definition/changes.h"
#include "definition/clause_file.h"
#include "definition/process_file.h"
#include "script/plugin_changes.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using model::Change;
using model::DefinitionKind;
using model::DefinitionVersion;

std::vector<DefinitionVersion> versions_of(Workspace& workspace, DefinitionKind kind,
                                           const std::string& name) {
    std::vector<DefinitionVersion> versions = store::DefinitionRepository(workspace.database()).list(kind);
    std::erase_if(versions, [&](const DefinitionVersion& version) { return version.name != name; });
    return versions;
}

// A draft that nobody accepted yet is told from a name that nobody knows.
tl::unexpected<Failure> unknown_definition(Workspace& workspace, DefinitionKind kind,
                                           const std::string& name) {
    const std::vector<std::string> drafts = draft_names(workspace, kind);
    if (std::ranges::find(drafts, name) == drafts.end())
        return not_found({"app.no_version", {{"name", name}}}, nearest_hint(name, drafts));
    return not_found({"app.never_handed_in", {{"name", name}}},
                     Message{"app.hand_in_first", {{"command", command_words(kind, "draft", name)}}});
}

Result<Content> kept(Workspace& workspace, const DefinitionVersion& version) {
    auto files = kept_files(workspace, version.hash);
    if (!files) return tl::unexpected(files.error());
    return Content{version, std::move(*files)};
}

template <typename File>
Result<std::vector<Change>> compared(const Result<File>& before, const Result<File>& after, auto compare) {
    if (!before) return tl::unexpected(before.error());
    if (!after) return tl::unexpected(after.error());
    return compare(*before, *after);
}

Result<std::vector<Change>> process_changes(Session& session, const std::string& name, const Files& before,
                                            const Files& after) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto read = [&](const Files& files) {
        return definition::read_process(files.begin()->second, draft_path(DefinitionKind::process, name, ""));
    };
    return compared(read(before), read(after), [&](const auto& a, const auto& b) {
        return definition::changes(a.process, b.process, (*organisation)->scale, session.catalogue);
    });
}

// Catalogues that stand on one side only are told as a whole.
Result<std::vector<Change>> workspace_changes(Session& session, const Files& before, const Files& after) {
    const Catalogue& catalogue = session.catalogue;
    auto changes =
        compared(organisation_in(before), organisation_in(after), [&](const auto& a, const auto& b) {
            return definition::changes(a.organisation, b.organisation, catalogue);
        });
    if (!changes) return changes;
    std::vector<std::string> old, young;
    for (const auto& [path, bytes] : before) {
        if (is_catalogue(path)) old.push_back(path);
    }
    for (const auto& [path, bytes] : after) {
        if (is_catalogue(path)) young.push_back(path);
    }
    model::ChangeList list(catalogue);
    list.entries("catalogues", catalogue.text(Message{"app.catalogues"}), old, young);
    std::ranges::move(list.take(), std::back_inserter(*changes));
    for (const auto& [path, bytes] : after) {
        const auto same = before.find(path);
        if (!is_catalogue(path) || same == before.end() || same->second == bytes) continue;
        auto more = compared(definition::read_clauses(same->second, path),
                             definition::read_clauses(bytes, path), [&](const auto& a, const auto& b) {
                                 return definition::changes(a.catalogue, b.catalogue, catalogue);
                             });
        if (!more) return more;
        std::ranges::move(*more, std::back_inserter(*changes));
    }
    return changes;
}

Result<std::vector<Change>> plugin_changes(Session& session, const std::string& name, const Files& before,
                                           const Files& after) {
    return compared(load_plugin(session.workspace, name, before), load_plugin(session.workspace, name, after),
                    [&](const auto& a, const auto& b) {
                        return script::changes(a, before, b, after, session.catalogue);
                    });
}

Result<std::vector<Change>> changes_between(Session& session, DefinitionKind kind, const std::string& name,
                                            const Files& before, const Files& after) {
    switch (kind) {
        case DefinitionKind::process: return process_changes(session, name, before, after);
        case DefinitionKind::workspace: return workspace_changes(session, before, after);
        case DefinitionKind::plugin: break;
    }
    return plugin_changes(session, name, before, after);
}

// The first day on which a later acceptance takes its place.
std::optional<Date> replaced_on(const DefinitionVersion& version, const std::vector<DefinitionVersion>& all) {
    std::optional<Date> day;
    for (const DefinitionVersion& other : all) {
        if (!other.acceptance || other.number == version.number) continue;
        const Date from = other.acceptance->from;
        const bool later = from > version.acceptance->from ||
                           (from == version.acceptance->from && other.number > version.number);
        if (later && (!day || from < *day)) day = from;
    }
    return day;
}

Standing standing_of(Session& session, DefinitionKind kind, const std::string& name, Date now) {
    store::DefinitionRepository definitions(session.workspace.database());
    Standing standing{.name = name, .in_force = definitions.in_force(kind, name, now)};
    const auto versions = versions_of(session.workspace, kind, name);
    for (const DefinitionVersion& version : versions) {
        if (!version.acceptance || version.acceptance->from <= now) continue;
        if (!standing.next || version.acceptance->from < standing.next->acceptance->from)
            standing.next = version;
    }
    if (!versions.empty() && !versions.back().acceptance) standing.handed_in = versions.back();
    if (const auto files = draft_files(session.workspace, kind, name))
        standing.edited = versions.empty() || manifest_digest(*files) != versions.back().hash;
    return standing;
}

}  // namespace

Result<Content> content_of(Session& session, DefinitionKind kind, const std::string& name,
                           const WhichVersion& which) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may)
        return tl::unexpected(may.error());
    Workspace& workspace = session.workspace;
    if (which.draft) {
        auto files = draft_files(workspace, kind, name);
        if (!files) return tl::unexpected(files.error());
        return Content{{}, std::move(*files)};
    }
    store::DefinitionRepository definitions(workspace.database());
    if (which.number) {
        const auto version = definitions.find(kind, name, *which.number);
        if (!version)
            return not_found(
                {"app.no_such_version", {{"name", name}, {"version", std::int64_t{*which.number}}}},
                Message{"app.see_the_history", {{"command", command_words(kind, "history", name)}}});
        return kept(workspace, *version);
    }
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto version = definitions.in_force(kind, name, which.on.value_or(*now));
    if (version) return kept(workspace, *version);
    if (versions_of(workspace, kind, name).empty()) return unknown_definition(workspace, kind, name);
    return not_found({"app.none_in_force", {{"name", name}, {"date", which.on.value_or(*now)}}},
                     Message{"app.see_the_history", {{"command", command_words(kind, "history", name)}}});
}

Result<std::vector<Standing>> list_definitions(Session& session, DefinitionKind kind) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    std::set<std::string> names;
    for (const std::string& name : draft_names(session.workspace, kind)) names.insert(name);
    for (const DefinitionVersion& version :
         store::DefinitionRepository(session.workspace.database()).list(kind))
        names.insert(version.name);
    std::vector<Standing> standings;
    for (const std::string& name : names) standings.push_back(standing_of(session, kind, name, *now));
    return standings;
}

Result<std::vector<DatedVersion>> history(Session& session, DefinitionKind kind, const std::string& name) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may)
        return tl::unexpected(may.error());
    const auto versions = versions_of(session.workspace, kind, name);
    if (versions.empty()) return unknown_definition(session.workspace, kind, name);
    std::vector<DatedVersion> dated;
    for (const DefinitionVersion& version : versions) {
        DatedVersion one{version};
        if (version.acceptance) {
            if (const auto day = replaced_on(version, versions))
                one.last = Date{std::chrono::sys_days{*day} - std::chrono::days{1}};
        }
        dated.push_back(std::move(one));
    }
    return dated;
}

Result<Comparison> compare(Session& session, DefinitionKind kind, const std::string& name,
                           const WhichVersion& before, const WhichVersion& after) {
    auto old = content_of(session, kind, name, before);
    if (!old) return tl::unexpected(old.error());
    auto young = content_of(session, kind, name, after);
    if (!young) return tl::unexpected(young.error());
    auto changes = changes_between(session, kind, name, old->files, young->files);
    if (!changes) return tl::unexpected(changes.error());
    const bool same = old->files == young->files;
    return Comparison{std::move(*old), std::move(*young), std::move(*changes), same};
}

Done export_version(Session& session, DefinitionKind kind, const std::string& name, const WhichVersion& which,
                    const fs::path& to) {
    const auto content = content_of(session, kind, name, which);
    if (!content) return tl::unexpected(content.error());
    std::error_code absent;
    if (fs::exists(to, absent))
        return conflict({"app.place_taken", {{"place", to.string()}}}, Message{"app.choose_a_new_place"});
    if (kind == DefinitionKind::process) {
        write_durably(to, content->files.begin()->second);
        return {};
    }
    for (const auto& [path, bytes] : content->files) {
        make_folder((to / path).parent_path());
        write_durably(to / path, bytes);
    }
    return {};
}

Result<DefinitionVersion> draft_definition(Session& session, DefinitionKind kind, const std::string& name) {
    switch (kind) {
        case DefinitionKind::workspace: return draft_workspace(session);
        case DefinitionKind::process: return draft_process(session, name);
        case DefinitionKind::plugin: break;
    }
    return draft_plugin(session, name);
}

Result<DefinitionVersion> accept_definition(Session& session, DefinitionKind kind,
                                            const AcceptDraft& command) {
    switch (kind) {
        case DefinitionKind::workspace: return accept_workspace(session, command);
        case DefinitionKind::process: return accept_process(session, command);
        case DefinitionKind::plugin: break;
    }
    return accept_plugin(session, command);
}

}  // namespace cadran::app
