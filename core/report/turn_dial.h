// SPDX-License-Identifier: Apache-2.0
// The PDCA wheel as a dial: four quadrants, a hand on the stage at which the turn stands.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "model/cycle.h"

namespace cadran::report {

// SVG. A closed turn has all its quadrants behind it, and no hand.
std::string turn_dial(const model::Cycle& cycle, const Catalogue& catalogue);

}  // namespace cadran::report
