// SPDX-License-Identifier: Apache-2.0
#include "app/check.h"

#include <algorithm>

#include "app/plugin_trust.h"
#include "app/read_definitions.h"
#include "app/rights.h"
#include "report/audit_report.h"
#include "report/logo.h"
#include "store/account_repository.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;

template <typename Failed>
void add_all(Diagnostics& faults, const Failed& failed) {
    faults.insert(faults.end(), failed.error().diagnostics.begin(), failed.error().diagnostics.end());
}

void add(Diagnostics& faults, Diagnostics more) {
    std::ranges::move(more, std::back_inserter(faults));
}

// What a workspace definition says, as far as it could be read.
struct ReadWorkspace {
    std::optional<definition::OrganisationFile> organisation;
    std::vector<definition::ClauseFile> catalogues;
};

Diagnostics logo_faults(const definition::OrganisationFile& file) {
    const model::Appearance& appearance = file.organisation.appearance;
    if (appearance.logo.empty()) return {};
    const Place& place = file.places.of("logo");
    if (appearance.logo_bytes.empty()) {
        return {{place, {"app.no_logo", {{"file", appearance.logo}}}, Message{"app.put_the_logo_there"}}};
    }
    Diagnostics faults = report::logo_faults(appearance.logo_bytes);
    for (Diagnostic& fault : faults) fault.place = place;
    return faults;
}

ReadWorkspace read_workspace(const Files& files, Diagnostics& faults) {
    ReadWorkspace read;
    for (const auto& [path, bytes] : files) {
        if (is_catalogue(path)) {
            auto catalogue = definition::read_clauses(bytes, path);
            if (!catalogue)
                add_all(faults, catalogue);
            else if (path != "catalogues/" + catalogue->catalogue.id + ".xml")
                faults.push_back({catalogue->places.of("id"),
                                  {"app.other_id", {{"id", catalogue->catalogue.id}, {"file", path}}},
                                  Message{"app.file_named_after_id"}});
            else
                read.catalogues.push_back(std::move(*catalogue));
        }
    }
    if (const auto own = files.find(audit_report_template_file); own != files.end())
        add(faults, report::audit_template_faults({own->first, own->second}));
    auto organisation = organisation_in(files);
    if (organisation)
        read.organisation = std::move(*organisation);
    else
        add_all(faults, organisation);
    return read;
}

void take_workspace(Offer& offer, const ReadWorkspace& read) {
    if (read.organisation) offer.organisation = read.organisation->organisation;
    for (const definition::ClauseFile& file : read.catalogues) offer.catalogues.push_back(file.catalogue);
}

Diagnostics faults_against(const Offer& offer, const ReadWorkspace& read) {
    Diagnostics faults;
    if (read.organisation) {
        faults = faults_against(offer, *read.organisation);
        add(faults, logo_faults(*read.organisation));
    }
    for (const definition::ClauseFile& file : read.catalogues) add(faults, faults_against(offer, file));
    return faults;
}

// The drafts, read one after the other; what cannot be read is told and left out of the offer.
class DraftCheck {
  public:
    explicit DraftCheck(Session& session) : session_(session), workspace_(session.workspace) {}

    CheckedDrafts check() {
        offer_.accounts = store::AccountRepository(workspace_.database()).people();
        read_plugins();
        read_processes();
        const ReadWorkspace read = read_organisation();
        take_workspace(offer_, read);
        add(checked_.faults, faults_against(offer_, read));
        // Of a workspace that cannot be read it is not known what its processes may refer to.
        if (read.organisation) {
            for (const definition::ProcessFile& file : processes_)
                add(checked_.faults, faults_against(offer_, file));
        }
        add(checked_.faults, one_sided_links(processes_));
        sort_by_place(checked_.faults);
        return std::move(checked_);
    }

  private:
    Files files_of(DefinitionKind kind, const std::string& name) {
        auto files = draft_files(workspace_, kind, name);
        if (!files) add_all(checked_.faults, files);
        checked_.files += files ? static_cast<int>(files->size()) : 0;
        return files ? std::move(*files) : Files{};
    }

    void read_plugins() {
        for (const std::string& name : draft_names(workspace_, DefinitionKind::plugin)) {
            const Files files = files_of(DefinitionKind::plugin, name);
            const auto plugin = load_plugin(workspace_, name, files);
            if (plugin) {
                offer_.add(*plugin);
                continue;
            }
            add_all(checked_.faults, plugin);
            offer_.unread_plugins.push_back(name);
        }
    }

    void read_processes() {
        offer_.processes = draft_names(workspace_, DefinitionKind::process);
        for (const std::string& name : offer_.processes) {
            const Files files = files_of(DefinitionKind::process, name);
            if (files.empty()) continue;
            const std::string path = draft_path(DefinitionKind::process, name, "");
            auto file = definition::read_process(files.begin()->second, path);
            if (!file)
                add_all(checked_.faults, file);
            else if (file->process.id != name)
                checked_.faults.push_back({file->places.of("id"),
                                           {"app.other_id", {{"id", file->process.id}, {"file", path}}},
                                           Message{"app.file_named_after_id"}});
            else
                processes_.push_back(std::move(*file));
        }
    }

    ReadWorkspace read_organisation() {
        return read_workspace(files_of(DefinitionKind::workspace, "workspace"), checked_.faults);
    }

    Session& session_;
    Workspace& workspace_;
    Offer offer_;
    std::vector<definition::ProcessFile> processes_;
    CheckedDrafts checked_;
};

}  // namespace

Result<CheckedDrafts> check_drafts(Session& session) {
    if (const Done may = authorise(session, UseCase::check_drafts); !may) return tl::unexpected(may.error());
    return DraftCheck(session).check();
}

Result<Offer> offer_on(Workspace& workspace, Date date) {
    Offer offer;
    const auto plugins = plugins_in_force(workspace, date);
    if (!plugins) return tl::unexpected(plugins.error());
    for (const InForce<PluginContent>& plugin : *plugins) offer.add(plugin.value.plugin);
    store::DefinitionRepository definitions(workspace.database());
    offer.accounts = store::AccountRepository(workspace.database()).people();
    offer.processes = draft_names(workspace, DefinitionKind::process);
    for (const auto& version : definitions.list(DefinitionKind::process))
        offer.processes.push_back(version.name);
    const auto files = workspace_in_force(workspace, date);
    if (!files) return tl::unexpected(files.error());
    ReadDefinitions& read = workspace.read_definitions();
    const auto organisation = read.organisations.find(files->version.hash);
    const auto catalogues = read.catalogues.find(files->version.hash);
    if (organisation && catalogues) {
        offer.organisation = *organisation;
        offer.catalogues = *catalogues;
        return offer;
    }
    Diagnostics faults;
    take_workspace(offer, read_workspace(files->value, faults));
    if (!faults.empty()) return invalid(std::move(faults));
    read.organisations.keep(files->version.hash, offer.organisation);
    read.catalogues.keep(files->version.hash, offer.catalogues);
    return offer;
}

void take_workspace(Offer& offer, const Files& files) {
    Diagnostics told_elsewhere;
    offer.catalogues.clear();
    take_workspace(offer, read_workspace(files, told_elsewhere));
}

Diagnostics faults_of_workspace(Workspace& workspace, const Files& files) {
    Offer offer;
    Diagnostics faults;
    offer.accounts = store::AccountRepository(workspace.database()).people();
    const ReadWorkspace read = read_workspace(files, faults);
    take_workspace(offer, read);
    add(faults, faults_against(offer, read));
    return faults;
}

}  // namespace cadran::app
