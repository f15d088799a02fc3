// SPDX-License-Identifier: Apache-2.0
// The action plan as a spreadsheet that a manager filters, and that can be imported again.
#pragma once

#include <filesystem>
#include <vector>

#include "base/catalogue.h"
#include "model/action.h"
#include "report/register.h"

namespace cadran::report {

// Without the organisation.
Register action_register(const std::vector<model::Action>& actions, Date today, const Catalogue& catalogue);

// One sheet, an action a row; dates are dates and progress is a number. Headings and words are in the
// catalogue's language. Throws std::runtime_error where the file cannot be written.
void write_action_plan(const std::vector<model::Action>& actions, Date today, const Catalogue& catalogue,
                       const std::filesystem::path& file);

}  // namespace cadran::report
