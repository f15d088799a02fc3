// SPDX-License-Identifier: Apache-2.0
// Findings as a table.
#pragma once

#include <vector>

#include "app/nonconformity.h"
#include "cli/output.h"

namespace cadran::cli {

void print_findings(Output& output, const std::vector<app::ListedFinding>& findings);

}  // namespace cadran::cli
