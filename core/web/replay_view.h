// SPDX-License-Identifier: Apache-2.0
// Parameters to be tried, and what the rules in force and those that are tried find in the same records.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/replay.h"
#include "app/replay_comparison.h"
#include "base/catalogue.h"
#include "base/json.h"
#include "model/control.h"
#include "web/fields.h"

namespace cadran::web {

// A field for each: what was asked for, else what is in force; with the bounds of a slider where it is a
// number.
Json::Array parameter_fields(const std::vector<model::Parameter>& parameters,
                             const std::vector<std::pair<std::string, std::string>>& in_force,
                             const Fields& asked, const Catalogue& catalogue);

// For core/web/templates/control.html.
Json replay_view(const app::ReplayComparison& comparison, const Catalogue& catalogue);

// The same of a file that was judged twice, by the draft's own values and by those that are tried.
Json file_replay_view(const app::Replayed& usual, const app::Replayed& tried, const model::Control& control,
                      const Catalogue& catalogue);

}  // namespace cadran::web
