// SPDX-License-Identifier: Apache-2.0
// A work item as `worklist show` prints it: evidence, points to check, decisions.
#pragma once

#include "app/worklist.h"
#include "cli/output.h"

namespace cadran::cli {

void print_work_item(Output& output, const app::WorkItem& item);

}  // namespace cadran::cli
