// SPDX-License-Identifier: Apache-2.0
// Indicators, measured from records and decisions.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "model/measurement.h"

namespace cadran::app {

// Measures every indicator of the process over the parts of the period that their frequency asks for, and
// over the whole. A figure that did not change is not written again; one that did stands beside the old.
Result<std::vector<model::Measurement>> measure_indicators(Session& session, const std::string& process,
                                                           const calendar::Period& period);

// The newest measurement of each indicator and period, in order of period; of one indicator where it is
// named.
Result<std::vector<model::Measurement>> show_indicators(Session& session, const std::string& process,
                                                        const std::string& indicator);

}  // namespace cadran::app
