// SPDX-License-Identifier: Apache-2.0
// Definitions as drafts on disk and as accepted content: what is in force on a date is never read from the
// drafts.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/locality.h"
#include "calendar/period.h"
#include "definition/organisation_file.h"
#include "model/definition_version.h"
#include "model/organisation.h"
#include "model/process.h"
#include "script/plugin.h"
#include "store/unit_of_work.h"

namespace cadran::app {

// The files of one definition by their path relative to it: `controls/over-threshold.lua`.
using Files = std::map<std::string, std::string>;

// What people edit now: `workspace.xml`, `processes/NAME.xml`, `plugins/NAME/**.lua`. Fails as not_found,
// naming the nearest that exists.
Result<Files> draft_files(const Workspace& workspace, model::DefinitionKind kind, const std::string& name);
// The names of the drafts of that kind, sorted.
std::vector<std::string> draft_names(const Workspace& workspace, model::DefinitionKind kind);
// The path, relative to the workspace, under which diagnostics name a file of that definition.
std::string draft_path(model::DefinitionKind kind, const std::string& name, const std::string& file);

// Keeps every file and the manifest that lists them; the manifest's digest names the content.
Digest keep(archive::Archive& archive, const Files& files);
// The digest that `keep` gives, without keeping anything.
Digest manifest_digest(const Files& files);
// The files that were kept under that digest, each checked against it; fails with all that are not sound.
Result<Files> kept_files(const Workspace& workspace, const Digest& manifest);

// A definition with the version that it is. Its value is shared by all who read it, and never changes.
template <typename Value>
class InForce {
  public:
    // `kept` is not null.
    InForce(model::DefinitionVersion which, std::shared_ptr<const Value> kept)
        : version(std::move(which)), value(*kept), kept_(std::move(kept)) {}

    model::DefinitionVersion version;
    const Value& value;

  private:
    std::shared_ptr<const Value> kept_;
};

// A plugin with its files, which its judges need.
struct PluginContent {
    script::Plugin plugin;
    Files files;
};

// What was read before in this process is not read from the archive again: `read_definitions.h`.
Result<InForce<model::Process>> process_in_force(Workspace& workspace, const std::string& name, Date date);
// Every process of which a version is in force on that date, by name.
Result<std::vector<InForce<model::Process>>> processes_in_force(Workspace& workspace, Date date);
Result<InForce<PluginContent>> plugin_in_force(Workspace& workspace, const std::string& name, Date date);
// Every plugin of which a version is in force on that date, by name.
Result<std::vector<InForce<PluginContent>>> plugins_in_force(Workspace& workspace, Date date);
Result<PluginContent> plugin_of(Workspace& workspace, const model::DefinitionVersion& version);
// Without a copy; never null.
Result<std::shared_ptr<const model::Process>> shared_process(const Workspace& workspace,
                                                             const model::DefinitionVersion& version);
Result<std::shared_ptr<const PluginContent>> shared_plugin(Workspace& workspace,
                                                           const model::DefinitionVersion& version);

// The days of a period on which one version was in force. Days without any version are in no slice.
struct Slice {
    model::DefinitionVersion version;
    Date first;
    Date last;
};
std::vector<Slice> slices(Workspace& workspace, model::DefinitionKind kind, const std::string& name,
                          const calendar::Period& period);
// Likewise of the days from the first to the last one.
std::vector<Slice> slices(Workspace& workspace, model::DefinitionKind kind, const std::string& name,
                          Date first, Date last);

// workspace.xml, the catalogues of clauses, `catalogues/ID.xml`, the logo and the template of audit reports.
Result<InForce<Files>> workspace_in_force(Workspace& workspace, Date date);
bool is_catalogue(std::string_view path);
inline constexpr const char* audit_report_template_file = "templates/audit-report.docx";
// What workspace.xml among them says, with the bytes of its logo.
Result<definition::OrganisationFile> organisation_in(const Files& files);
// The organisation as the workspace.xml in force today says; never null.
Result<std::shared_ptr<const model::Organisation>> organisation_of(Session& session);
Result<std::shared_ptr<const model::Organisation>> organisation_of(Workspace& workspace, const Clock& clock);
Result<std::shared_ptr<const model::Organisation>> organisation_in_force(Workspace& workspace, Date date);
// As that version says; never null.
Result<std::shared_ptr<const model::Organisation>> shared_organisation(
    const Workspace& workspace, const model::DefinitionVersion& version);
Result<calendar::Zone> zone_of(Session& session);
Result<calendar::Locality> locality_of(Session& session);

// The workspace.xml of a new organisation.
std::string organisation_draft(const std::string& organisation);
// Accepts workspace.xml on behalf of the administrator who makes the workspace: nobody else exists yet.
Done accept_first_organisation(store::UnitOfWork& work, archive::Archive& archive,
                               const std::filesystem::path& folder);

}  // namespace cadran::app
