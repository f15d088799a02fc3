// SPDX-License-Identifier: Apache-2.0
// What the review page shows of one indicator.
#pragma once

#include "base/catalogue.h"
#include "base/json.h"
#include "calendar/zone.h"
#include "model/review.h"

namespace cadran::report {

// The view that the template's `indicators` walk through.
Json indicator_section(const model::IndicatorSummary& summary, const Catalogue& catalogue,
                       const calendar::Zone& zone);

}  // namespace cadran::report
