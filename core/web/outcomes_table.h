// SPDX-License-Identifier: Apache-2.0
// What controls of one process found when they ran last, as a table.
#pragma once

#include <span>
#include <string>

#include "app/control_outcomes.h"

namespace cadran::web {

// `/plugins/claims/controls/over-threshold`
std::string control_place(const std::string& control);

// Markup that says of which run they are, too; there is at least one. `heading` is the id of what stands
// above.
std::string outcomes_table(std::span<const app::ControlOutcome> outcomes, const std::string& heading,
                           app::Session& session);

}  // namespace cadran::web
