// SPDX-License-Identifier: Apache-2.0
// All quality objectives in one look: a dial with a sector a process and a mark an objective.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "model/measurement.h"

namespace cadran::report {

enum class ObjectiveStanding { met, missed, unknown };

// By the last figure of the indicator that judges it; unknown without figure or target.
ObjectiveStanding objective_standing(const std::optional<model::Measurement>& newest);

struct DialSector {
    std::string title;  // of the process
    std::vector<ObjectiveStanding> objectives;
};

// SVG. Sectors carry the numbers of a list that stands beside it, from 1, clockwise from noon. Met is a disc
// with a tick, missed a diamond with a cross, unknown a ring of dashes: no standing is told by its colour
// alone.
std::string objective_dial(const std::vector<DialSector>& sectors, const Catalogue& catalogue);

}  // namespace cadran::report
