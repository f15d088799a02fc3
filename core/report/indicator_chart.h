// SPDX-License-Identifier: Apache-2.0
// An indicator over time as a picture: its points, the target they are judged against, the limits between
// which they vary by themselves, signals, gaps, and what was corrected.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "model/indicator_history.h"

namespace cadran::report {

// SVG. Drawn for 1 to 60 periods, figures beside their points up to 24; without any it says that nothing was
// measured. Signals carry letters and are named in words below the picture.
std::string indicator_chart(const model::Indicator& indicator,
                            const std::vector<model::PeriodFigure>& history, const Catalogue& catalogue);

}  // namespace cadran::report
