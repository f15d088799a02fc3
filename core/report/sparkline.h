// SPDX-License-Identifier: Apache-2.0
// The course of an indicator over a few periods, small enough for a cell of a table.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "model/indicator_history.h"

namespace cadran::report {

// SVG: a point a period, filled where it reached its target, the last target as a dashed line. A period
// without a figure is a gap. Empty where fewer than two periods have one.
std::string sparkline(const model::Indicator& indicator, const std::vector<model::PeriodFigure>& periods,
                      const Catalogue& catalogue);

}  // namespace cadran::report
