// SPDX-License-Identifier: Apache-2.0
#include "app/definitions.h"

#include <algorithm>
#include <set>

#include "app/nearest.h"
#include "app/plugin_trust.h"
#include "app/read_definitions.h"
#include "base/json.h"
#include "base/text.h"
#include "definition/organisation_file.h"
#include "definition/process_file.h"
#include "store/definition_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

namespace fs = std::filesystem;
using model::DefinitionKind;

constexpr const char* workspace_file = "workspace.xml";

// The first day on which the rules of a workspace can be in force.
constexpr Date beginning = std::chrono::year{1900} / std::chrono::January / 1;

fs::path draft_folder(const Workspace& workspace, DefinitionKind kind) {
    switch (kind) {
        case DefinitionKind::workspace: return workspace.folder();
        case DefinitionKind::process: return workspace.folder() / "processes";
        case DefinitionKind::plugin: break;
    }
    return workspace.folder() / "plugins";
}

tl::unexpected<Failure> no_draft(const Workspace& workspace, DefinitionKind kind, const std::string& name) {
    return not_found({"app.no_draft", {{"path", draft_path(kind, name, "")}}},
                     nearest_hint(name, draft_names(workspace, kind)));
}

// Within the workspace, links followed; else, as where it cannot be read, there is none.
void add_within(Files& files, const fs::path& folder, const std::string& path) {
    std::error_code fault;
    const fs::path place = fs::canonical(folder / path, fault);
    if (fault) return;
    const fs::path relative = place.lexically_relative(fs::canonical(folder, fault));
    if (relative.empty() || *relative.begin() == "..") return;
    if (Result<std::string> bytes = read_file(place)) files.emplace(path, std::move(*bytes));
}

// A link that leads out of the folder would have the program keep, and show, what the plugin may not see.
bool leads_out(const fs::path& folder, const fs::path& file) {
    const fs::path relative = fs::canonical(file).lexically_relative(fs::canonical(folder));
    return relative.empty() || *relative.begin() == "..";
}

Result<Files> plugin_draft(const fs::path& folder) {
    Files files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().extension() != ".lua") continue;
        const std::string path = entry.path().lexically_relative(folder).generic_string();
        if (leads_out(folder, entry.path())) {
            return invalid(Diagnostics{{{path, 0, 0}, {"app.link_leads_out"}, Message{"app.copy_the_file"}}});
        }
        Result<std::string> bytes = read_file(entry.path());
        if (!bytes) return tl::unexpected(bytes.error());
        files.emplace(path, std::move(*bytes));
    }
    return files;
}

// With the catalogues of clauses, the logo and the template of audit reports, which are handed in and
// accepted with it.
Result<Files> workspace_draft(const fs::path& folder) {
    Files files;
    Result<std::string> bytes = read_file(folder / workspace_file);
    if (!bytes) return tl::unexpected(bytes.error());
    files.emplace(workspace_file, std::move(*bytes));
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(folder / "catalogues", absent)) {
        if (entry.path().extension() != ".xml") continue;
        Result<std::string> catalogue = read_file(entry.path());
        if (!catalogue) return tl::unexpected(catalogue.error());
        files.emplace("catalogues/" + entry.path().filename().string(), std::move(*catalogue));
    }
    const auto said = definition::read_organisation(files.at(workspace_file), workspace_file);
    if (said && !said->organisation.appearance.logo.empty())
        add_within(files, folder, said->organisation.appearance.logo);
    add_within(files, folder, audit_report_template_file);
    return files;
}

tl::unexpected<Failure> none_in_force(DefinitionKind kind, const std::string& name, Date date) {
    const Message hint = kind == DefinitionKind::plugin ? Message{"app.accept_the_plugin", {{"name", name}}}
                                                        : Message{"app.accept_the_process", {{"name", name}}};
    return not_found({"app.none_in_force", {{"name", name}, {"date", date}}}, hint);
}

// The zone in which today is told is part of what the organisation says: the day of UTC decides.
Date day_of(const Clock& clock) {
    return Date{std::chrono::floor<std::chrono::days>(clock.now())};
}

}  // namespace

std::string draft_path(DefinitionKind kind, const std::string& name, const std::string& file) {
    switch (kind) {
        case DefinitionKind::workspace: return file.empty() ? workspace_file : file;
        case DefinitionKind::process: return "processes/" + name + ".xml";
        case DefinitionKind::plugin: break;
    }
    return "plugins/" + name + "/" + file;
}

std::vector<std::string> draft_names(const Workspace& workspace, DefinitionKind kind) {
    if (kind == DefinitionKind::workspace) return {"workspace"};
    std::vector<std::string> names;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(draft_folder(workspace, kind), absent)) {
        if (kind == DefinitionKind::plugin && entry.is_directory())
            names.push_back(entry.path().filename().string());
        if (kind == DefinitionKind::process && entry.path().extension() == ".xml")
            names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

Result<Files> draft_files(const Workspace& workspace, DefinitionKind kind, const std::string& name) {
    const auto names = draft_names(workspace, kind);
    if (std::ranges::find(names, name) == names.end()) return no_draft(workspace, kind, name);
    if (kind == DefinitionKind::plugin) return plugin_draft(draft_folder(workspace, kind) / name);
    if (kind == DefinitionKind::workspace) return workspace_draft(workspace.folder());
    const std::string file = name + ".xml";
    Result<std::string> bytes = read_file(draft_folder(workspace, kind) / file);
    if (!bytes) return tl::unexpected(bytes.error());
    return Files{{file, std::move(*bytes)}};
}

Digest keep(archive::Archive& archive, const Files& files) {
    Json::Object manifest;
    for (const auto& [path, bytes] : files) manifest[path] = archive.store(bytes).hex();
    return archive.store(Json(manifest).canonical_text());
}

Digest manifest_digest(const Files& files) {
    Json::Object manifest;
    for (const auto& [path, bytes] : files) manifest[path] = sha256(bytes).hex();
    return sha256(Json(manifest).canonical_text());
}

Result<Files> kept_files(const Workspace& workspace, const Digest& manifest) {
    const archive::Archive& archive = workspace.archive();
    const auto text = archive.read(manifest);
    if (!text) return tl::unexpected(text.error());
    const auto json = Json::parse(*text);
    if (!json) return tl::unexpected(json.error());
    Files files;
    std::optional<Failure> failure;
    for (const auto& [path, hex] : json->object()) {
        auto bytes = archive.read(Digest::from_hex(hex.string()).value());
        if (bytes) {
            files[path] = std::move(*bytes);
        } else if (failure) {
            for (Diagnostic& one : bytes.error().diagnostics) failure->diagnostics.push_back(std::move(one));
        } else {
            failure = std::move(bytes.error());
        }
    }
    if (failure) return tl::unexpected(std::move(*failure));
    return files;
}

Result<std::shared_ptr<const model::Process>> shared_process(const Workspace& workspace,
                                                             const model::DefinitionVersion& version) {
    ByDigest<model::Process>& read = workspace.read_definitions().processes;
    if (auto known = read.find(version.hash)) return known;
    const auto files = kept_files(workspace, version.hash);
    if (!files) return tl::unexpected(files.error());
    const auto& [path, bytes] = *files->begin();
    auto file = definition::read_process(bytes, path);
    if (!file) return tl::unexpected(file.error());
    return read.keep(version.hash, std::move(file->process));
}

Result<InForce<model::Process>> process_in_force(Workspace& workspace, const std::string& name, Date date) {
    const auto version =
        store::DefinitionRepository(workspace.database()).in_force(DefinitionKind::process, name, date);
    if (!version) return none_in_force(DefinitionKind::process, name, date);
    auto process = shared_process(workspace, *version);
    if (!process) return tl::unexpected(process.error());
    return InForce<model::Process>(*version, std::move(*process));
}

Result<std::vector<InForce<model::Process>>> processes_in_force(Workspace& workspace, Date date) {
    std::vector<InForce<model::Process>> processes;
    for (model::DefinitionVersion& version :
         store::DefinitionRepository(workspace.database()).all_in_force(DefinitionKind::process, date)) {
        auto process = shared_process(workspace, version);
        if (!process) return tl::unexpected(process.error());
        processes.emplace_back(std::move(version), std::move(*process));
    }
    return processes;
}

Result<PluginContent> plugin_of(Workspace& workspace, const model::DefinitionVersion& version) {
    const auto content = shared_plugin(workspace, version);
    if (!content) return tl::unexpected(content.error());
    return **content;
}

Result<std::shared_ptr<const PluginContent>> shared_plugin(Workspace& workspace,
                                                           const model::DefinitionVersion& version) {
    ByDigest<PluginContent>& read = workspace.read_definitions().plugins;
    if (auto known = read.find(version.hash)) return known;
    auto files = kept_files(workspace, version.hash);
    if (!files) return tl::unexpected(files.error());
    auto plugin = load_plugin(workspace, version.name, *files);
    if (!plugin) return tl::unexpected(plugin.error());
    return read.keep(version.hash, {std::move(*plugin), std::move(*files)});
}

Result<InForce<PluginContent>> plugin_in_force(Workspace& workspace, const std::string& name, Date date) {
    const auto version =
        store::DefinitionRepository(workspace.database()).in_force(DefinitionKind::plugin, name, date);
    if (!version) return none_in_force(DefinitionKind::plugin, name, date);
    auto content = shared_plugin(workspace, *version);
    if (!content) return tl::unexpected(content.error());
    return InForce<PluginContent>(*version, std::move(*content));
}

Result<std::vector<InForce<PluginContent>>> plugins_in_force(Workspace& workspace, Date date) {
    std::vector<InForce<PluginContent>> plugins;
    for (model::DefinitionVersion& version :
         store::DefinitionRepository(workspace.database()).all_in_force(DefinitionKind::plugin, date)) {
        auto plugin = shared_plugin(workspace, version);
        if (!plugin) return tl::unexpected(plugin.error());
        plugins.emplace_back(std::move(version), std::move(*plugin));
    }
    return plugins;
}

std::vector<Slice> slices(Workspace& workspace, DefinitionKind kind, const std::string& name,
                          const calendar::Period& period) {
    return slices(workspace, kind, name, period.first(), period.last());
}

std::vector<Slice> slices(Workspace& workspace, DefinitionKind kind, const std::string& name, Date first,
                          Date last) {
    store::DefinitionRepository definitions(workspace.database());
    std::set<Date> starts{first};
    for (const model::DefinitionVersion& version : definitions.list(kind)) {
        if (version.name == name && version.acceptance && first <= version.acceptance->from &&
            version.acceptance->from <= last)
            starts.insert(version.acceptance->from);
    }
    std::vector<Slice> slices;
    for (auto start = starts.begin(); start != starts.end(); ++start) {
        const auto version = definitions.in_force(kind, name, *start);
        if (!version) continue;
        const auto following = std::next(start);
        const Date end =
            following == starts.end() ? last : Date{std::chrono::sys_days{*following} - std::chrono::days{1}};
        if (!slices.empty() && slices.back().version.number == version->number)
            slices.back().last = end;
        else
            slices.push_back({*version, *start, end});
    }
    return slices;
}

Result<InForce<Files>> workspace_in_force(Workspace& workspace, Date date) {
    const auto version = store::DefinitionRepository(workspace.database())
                             .in_force(DefinitionKind::workspace, "workspace", date);
    if (!version) return not_found({"app.no_organisation"});
    ByDigest<Files>& read = workspace.read_definitions().files;
    if (const auto known = read.find(version->hash)) return InForce<Files>(*version, known);
    auto files = kept_files(workspace, version->hash);
    if (!files) return tl::unexpected(files.error());
    return InForce<Files>(*version, read.keep(version->hash, std::move(*files)));
}

bool is_catalogue(std::string_view path) {
    return path.starts_with("catalogues/") && path.ends_with(".xml");
}

Result<definition::OrganisationFile> organisation_in(const Files& files) {
    auto file = definition::read_organisation(files.at(workspace_file), workspace_file);
    if (!file) return file;
    model::Appearance& appearance = file->organisation.appearance;
    if (const auto logo = files.find(appearance.logo); logo != files.end())
        appearance.logo_bytes = logo->second;
    return file;
}

Result<std::shared_ptr<const model::Organisation>> organisation_of(Session& session) {
    return organisation_of(session.workspace, session.clock);
}

Result<std::shared_ptr<const model::Organisation>> organisation_of(Workspace& workspace, const Clock& clock) {
    return organisation_in_force(workspace, day_of(clock));
}

Result<std::shared_ptr<const model::Organisation>> organisation_in_force(Workspace& workspace, Date date) {
    const auto version = store::DefinitionRepository(workspace.database())
                             .in_force(DefinitionKind::workspace, "workspace", date);
    if (!version) return not_found({"app.no_organisation"});
    return shared_organisation(workspace, *version);
}

Result<std::shared_ptr<const model::Organisation>> shared_organisation(
    const Workspace& workspace, const model::DefinitionVersion& version) {
    ByDigest<model::Organisation>& read = workspace.read_definitions().organisations;
    if (auto known = read.find(version.hash)) return known;
    const auto files = kept_files(workspace, version.hash);
    if (!files) return tl::unexpected(files.error());
    auto file = organisation_in(*files);
    if (!file) return tl::unexpected(file.error());
    return read.keep(version.hash, std::move(file->organisation));
}

Result<calendar::Zone> zone_of(Session& session) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    return calendar::Zone::named((*organisation)->zone);
}

Result<calendar::Locality> locality_of(Session& session) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    auto zone = calendar::Zone::named((*organisation)->zone);
    if (!zone) return tl::unexpected(zone.error());
    return calendar::Locality{std::move(*zone), (*organisation)->region};
}

std::string organisation_draft(const std::string& organisation) {
    return definition::new_organisation(organisation);
}

Done accept_first_organisation(store::UnitOfWork& work, archive::Archive& archive, const fs::path& folder) {
    const auto files = workspace_draft(folder);
    if (!files) return tl::unexpected(files.error());
    if (const auto valid = definition::read_organisation(files->at(workspace_file), workspace_file); !valid)
        return tl::unexpected(valid.error());
    const Digest hash = keep(archive, *files);
    model::DefinitionVersion version{
        DefinitionKind::workspace, "workspace", 1, hash, work.actor(), work.now(), {}};
    store::DefinitionRepository definitions(work.database());
    definitions.insert(version);
    version.acceptance = model::Acceptance{work.actor(), work.now(), beginning, ""};
    definitions.accept(version);
    work.journal("workspace.accept", store::subject(version), {}, store::state(version));
    return {};
}

}  // namespace cadran::app
