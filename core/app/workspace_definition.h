// SPDX-License-Identifier: Apache-2.0
// The workspace's own definition, workspace.xml with the catalogues of clauses: handed in and accepted like
// others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/versions.h"

namespace cadran::app {

// Hands the draft in; all its faults at once where it has any. Fails as conflict where its files are not the
// ones that were seen, by manifest_digest; none: whatever they are.
Result<model::DefinitionVersion> draft_workspace(Session& session, const std::optional<Digest>& seen = {});

// Puts the newest draft in force. Refused where a process that is in force on that date, or comes into force
// while the draft is, would refer to what is gone: all such places are told.
Result<model::DefinitionVersion> accept_workspace(Session& session, const AcceptDraft& command);

// The organisation, with the version that it is; none of the draft on disk.
struct ShownWorkspace {
    std::optional<model::DefinitionVersion> version;
    model::Organisation organisation;
    std::vector<std::string> catalogues;  // ids
};
Result<ShownWorkspace> show_workspace(Session& session, const WhichVersion& which = {});

}  // namespace cadran::app
