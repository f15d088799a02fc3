// SPDX-License-Identifier: Apache-2.0
// The action plan as a spreadsheet that a manager filters, and that can be imported again.
#pragma once

#include <vector>

#include "base/catalogue.h"
#include "model/action.h"
#include "report/register.h"

namespace cadran::report {

// Without the organisation; an action a row, dates are dates and progress is a number.
Register action_register(const std::vector<model::Action>& actions, Date today, const Catalogue& catalogue);

}  // namespace cadran::report
