// SPDX-License-Identifier: Apache-2.0
// What became of a control's findings, as one bar.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "model/review.h"

namespace cadran::report {

// A share of the findings, in the order in which it is decided: released, refused, corrected, dismissed and
// confirmed where there are some, open.
struct DecisionShare {
    std::string name;   // `released`: class in the picture
    std::string title;  // in words
    std::int64_t count = 0;
};

std::vector<DecisionShare> decision_shares(const model::ControlSummary& summary, const Catalogue& catalogue);

// SVG; the parts are told apart by their order, their shade and their number, not by colour alone.
std::string decision_bar(const model::ControlSummary& summary, const Catalogue& catalogue);

}  // namespace cadran::report
