// SPDX-License-Identifier: Apache-2.0
// Processes: handed in, accepted, shown.
#pragma once

#include <optional>
#include <string>

#include "app/versions.h"

namespace cadran::app {

// Hands the draft of a process in; all its faults at once where it has any. The review of that period, where
// one asked for the change, is its reason.
Result<model::DefinitionVersion> draft_process(Session& session, const std::string& name,
                                               const std::optional<calendar::Period>& review = {});

// Puts the newest draft in force, checked against the accounts and the plugins in force on that date. The
// first acceptance opens the first turn of the wheel: the period in which it takes effect.
Result<model::DefinitionVersion> accept_process(Session& session, const AcceptDraft& command);

// A sheet, with the version that it is; none of the draft on disk.
struct ShownProcess {
    std::optional<model::DefinitionVersion> version;
    model::Process process;
};
Result<ShownProcess> show_process(Session& session, const std::string& name, const WhichVersion& which = {});

}  // namespace cadran::app
