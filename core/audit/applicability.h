// SPDX-License-Identifier: Apache-2.0
// Which items of a checklist concern an auditee.
#pragma once

#include <vector>

#include "calendar/locality.h"
#include "column/scalar.h"
#include "model/audit.h"
#include "script/plugin.h"

namespace cadran::audit {

// In the checklist's order: all but those whose condition is false. What cannot be told, because a fact is
// missing, is asked. `facts` are in the order of the checklist; what was not assessed yet counts as not
// checked.
std::vector<const model::ChecklistItem*> applicable_items(const script::ChecklistDeclaration& checklist,
                                                          const std::vector<column::Scalar>& facts,
                                                          const std::vector<model::Assessment>& assessments,
                                                          const calendar::Locality& locality);

}  // namespace cadran::audit
