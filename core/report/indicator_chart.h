// SPDX-License-Identifier: Apache-2.0
// An indicator over time as a picture: its points, the target they are judged against, the gaps.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "model/review.h"

namespace cadran::report {

// SVG. Drawn for 1 to 24 points; without any it says so.
std::string indicator_chart(const model::IndicatorSummary& summary, const Catalogue& catalogue);

}  // namespace cadran::report
