// SPDX-License-Identifier: Apache-2.0
// What a review's page says of actions.
#pragma once

#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "model/review.h"

namespace cadran::report {

// `has_actions`, `actions_summary` and the rows of `actions`, as the template of the page names them.
Json::Object action_section(const std::vector<model::ReviewedAction>& actions, const Catalogue& catalogue);

}  // namespace cadran::report
