// SPDX-License-Identifier: Apache-2.0
// Actions in a table, wherever one stands.
#pragma once

#include <span>

#include "app/action.h"
#include "base/json.h"

namespace cadran::web {

Json::Array action_rows(std::span<const app::ListedAction> actions, app::Session& session);

}  // namespace cadran::web
