// SPDX-License-Identifier: Apache-2.0
// The table of measurements that `indicator measure` and `indicator show` print, and the cells it shares with
// other tables of indicators.
#pragma once

#include <optional>
#include <vector>

#include "cli/output.h"
#include "model/measurement.h"

namespace cadran::cli {

// In the unit of the measurement; a dash where there is none.
Cell figure_cell(const Output& output, const model::Measurement& measurement,
                 const std::optional<Decimal>& value);
Cell target_cell(const Output& output, const model::Measurement& measurement);
Cell attainment_cell(const Output& output, const model::Measurement& measurement);

void print_measurements(Output& output, const std::vector<model::Measurement>& measurements);

}  // namespace cadran::cli
