// SPDX-License-Identifier: Apache-2.0
// What was, is and will be in force: the versions of the workspace, of processes and of plugins, alike.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/draft.h"
#include "model/change_list.h"

namespace cadran::app {

// Which content of a definition; none of them: what is in force today.
struct WhichVersion {
    std::optional<int> number = {};
    std::optional<Date> on = {};  // in force on that date
    bool draft = false;           // the files that people edit now
};

struct Content {
    std::optional<model::DefinitionVersion> version;  // none: the draft on disk
    Files files;
};

Result<Content> content_of(Session& session, model::DefinitionKind kind, const std::string& name,
                           const WhichVersion& which);

// Where a definition stands today.
struct Standing {
    std::string name;
    std::optional<model::DefinitionVersion> in_force = {};
    std::optional<model::DefinitionVersion> next = {};       // accepted, from a later date
    std::optional<model::DefinitionVersion> handed_in = {};  // the newest, waiting to be accepted
    bool edited = false;  // the files on disk are not those of the newest version
};

// Of every definition of that kind, by name; drafts that nobody handed in yet included.
Result<std::vector<Standing>> list_definitions(Session& session, model::DefinitionKind kind);

// A version with the last day on which it is in force; none while no later one ends it.
struct DatedVersion {
    model::DefinitionVersion version;
    std::optional<Date> last = {};
};
// Every version of one definition, oldest first.
Result<std::vector<DatedVersion>> history(Session& session, model::DefinitionKind kind,
                                          const std::string& name);

struct Comparison {
    Content before;
    Content after;
    std::vector<model::Change> changes;  // of meaning
    bool same_files = false;
};
Result<Comparison> compare(Session& session, model::DefinitionKind kind, const std::string& name,
                           const WhichVersion& before, const WhichVersion& after);

// Byte for byte as it was accepted: a process into a new file, a workspace or a plugin into a new folder.
Done export_version(Session& session, model::DefinitionKind kind, const std::string& name,
                    const WhichVersion& which, const std::filesystem::path& to);

// The two steps into force, whatever the kind.
Result<model::DefinitionVersion> draft_definition(Session& session, model::DefinitionKind kind,
                                                  const std::string& name);
Result<model::DefinitionVersion> accept_definition(Session& session, model::DefinitionKind kind,
                                                   const AcceptDraft& command);

}  // namespace cadran::app
