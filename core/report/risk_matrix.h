// SPDX-License-Identifier: Apache-2.0
// Where the risks of a register stand, by likelihood and impact: the picture that reviews look at first.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "model/risk.h"

namespace cadran::report {

// SVG with a cell for each pair of steps, in the colour of its level and with how many there are. The most
// likely stand on top. `title` is what it shows: before or after treatment.
std::string risk_matrix(const std::vector<model::Rating>& ratings, const model::RiskScale& scale,
                        const Message& title, const Catalogue& catalogue);

}  // namespace cadran::report
