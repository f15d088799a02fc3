// SPDX-License-Identifier: Apache-2.0
// The table of measurements that `indicator measure` and `indicator show` print.
#pragma once

#include <vector>

#include "cli/output.h"
#include "model/measurement.h"

namespace cadran::cli {

void print_measurements(Output& output, const std::vector<model::Measurement>& measurements);

}  // namespace cadran::cli
