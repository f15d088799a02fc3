// SPDX-License-Identifier: Apache-2.0
// The dial of all objectives with the table that says the same.
#pragma once

#include <string>
#include <vector>

#include "app/indicator_standing.h"
#include "report/process_map.h"

namespace cadran::web {

// Markup; empty where no process has an objective.
std::string dial_view(const std::vector<app::IndicatorStanding>& standings, const report::ProcessMap& map,
                      const Catalogue& catalogue);

}  // namespace cadran::web
