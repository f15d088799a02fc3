// SPDX-License-Identifier: Apache-2.0
// Processes: handed in, accepted, shown.
#pragma once

#include <string>
#include <vector>

#include "app/draft.h"

namespace cadran::app {

// Hands the draft of a process in; all its faults at once where it has any.
Result<model::DefinitionVersion> draft_process(Session& session, const std::string& name);

// Puts the newest draft in force, checked against the accounts and the plugins in force on that date. The
// first acceptance opens the first turn of the wheel: the quarter in which it takes effect.
Result<model::DefinitionVersion> accept_process(Session& session, const AcceptDraft& command);

// Every version of every process.
Result<std::vector<model::DefinitionVersion>> list_processes(Session& session);

// The sheet in force today.
Result<InForce<model::Process>> show_process(Session& session, const std::string& name);

}  // namespace cadran::app
