// SPDX-License-Identifier: Apache-2.0
// The table of versions that `process list` and `plugin list` print.
#pragma once

#include <vector>

#include "cli/output.h"
#include "model/definition_version.h"

namespace cadran::cli {

Result<int> print_versions(Output& output, const Result<std::vector<model::DefinitionVersion>>& versions);

}  // namespace cadran::cli
