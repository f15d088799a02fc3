// SPDX-License-Identifier: Apache-2.0
// What a comparison of rules says to programs, as core/report/schemas/replay.json has it.
#pragma once

#include "app/replay_comparison.h"
#include "base/json.h"

namespace cadran::cli {

Json replay_json(const std::string& control, const app::ReplayComparison& comparison);

}  // namespace cadran::cli
