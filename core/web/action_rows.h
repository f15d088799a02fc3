// SPDX-License-Identifier: Apache-2.0
// Actions in a table, wherever one stands.
#pragma once

#include <vector>

#include "app/action.h"
#include "base/json.h"

namespace cadran::web {

Json::Array action_rows(const std::vector<app::ListedAction>& actions, const Catalogue& catalogue);

}  // namespace cadran::web
