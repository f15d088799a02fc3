// SPDX-License-Identifier: Apache-2.0
// What the review page shows of one control.
#pragma once

#include "base/catalogue.h"
#include "base/json.h"
#include "model/review.h"

namespace cadran::report {

// Whether some version of it has run in the period.
bool has_run(const model::ControlSummary& summary);

// The view that the template's `controls` walk through.
Json control_section(const model::ControlSummary& summary, const Catalogue& catalogue);

}  // namespace cadran::report
