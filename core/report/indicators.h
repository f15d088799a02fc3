// SPDX-License-Identifier: Apache-2.0
// Measurements of indicators as data for other programs.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "model/measurement.h"

namespace cadran::report {

// RFC 4180 with commas, a header and a line a measurement, in the order given; figures with a point, periods
// as `2026-Q3`, instants in UTC. What is not known is empty; a text that a spreadsheet would take for a
// formula gets an apostrophe.
std::string indicators_csv(const std::vector<model::Measurement>& measurements);

// An array of the measurements with all that they rest on: versions of the measure, imports, exceptions.
Json indicators_json(const std::vector<model::Measurement>& measurements);

}  // namespace cadran::report
