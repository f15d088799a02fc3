// SPDX-License-Identifier: Apache-2.0
// What the data of a process review and of the management review have in common.
#pragma once

#include "base/json.h"
#include "model/review.h"

namespace cadran::report {

Json action_json(const model::ReviewedAction& action);
Json control_json(const model::ControlSummary& control);

}  // namespace cadran::report
