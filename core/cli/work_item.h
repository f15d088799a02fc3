// SPDX-License-Identifier: Apache-2.0
// A work item as `worklist show` prints it: evidence, points to check, decisions.
#pragma once

#include "app/worklist.h"
#include "cli/output.h"

namespace cadran::cli {

// A value as people read it; of a finding whose records were purged, that it was.
std::string evidence_text(const Catalogue& catalogue, const model::Finding& finding,
                          const model::Evidence& evidence);

void print_work_item(Output& output, const app::WorkItem& item);

}  // namespace cadran::cli
