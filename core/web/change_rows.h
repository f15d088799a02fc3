// SPDX-License-Identifier: Apache-2.0
// What changed, a line each, with the page on which it is seen.
#pragma once

#include <vector>

#include "app/changes.h"
#include "base/json.h"

namespace cadran::web {

Result<Json::Array> change_rows(const std::vector<app::Change>& changes, app::Session& session);

}  // namespace cadran::web
