// SPDX-License-Identifier: Apache-2.0
// The commands that the workspace, processes and plugins share.
#pragma once

#include "app/versions.h"
#include "cli/invocation.h"

namespace cadran::cli {

Result<int> draft_definition(Invocation& invocation, model::DefinitionKind kind);
// Tells the number of a draft that was handed in.
Result<int> print_draft(Invocation& invocation, const Result<model::DefinitionVersion>& draft);
// Says first what the acceptance changes.
Result<int> accept_definition(Invocation& invocation, model::DefinitionKind kind);
Result<int> list_definitions(Invocation& invocation, model::DefinitionKind kind);
Result<int> show_history(Invocation& invocation, model::DefinitionKind kind);
Result<int> compare_versions(Invocation& invocation, model::DefinitionKind kind);
Result<int> export_version(Invocation& invocation, model::DefinitionKind kind);

// The number of a version, and the day from which it is in force; of a draft, that it is one.
Cell version_cell(const Output& output, const std::optional<model::DefinitionVersion>& version);
Cell in_force_cell(const Output& output, const std::optional<model::DefinitionVersion>& version);

// `--version`, `--on`, `--draft`; at most one of them.
Result<app::WhichVersion> which_version(const Arguments& arguments);

}  // namespace cadran::cli
