// SPDX-License-Identifier: Apache-2.0
// Indicators: all at a glance, one with its chart, one figure down to the records behind it.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> indicators_page(const Request& request, app::Session& session);
Result<Response> heat_map_page(const Request& request, app::Session& session);
Result<Response> indicators_file(const Request& request, app::Session& session);
Result<Response> indicator_page(const Request& request, app::Session& session);
// What nothing measures, typed by hand.
Result<Response> record_figure_form(const Request& request, app::Session& session);
// Numerator, denominator, and the very records and findings.
Result<Response> figure_page(const Request& request, app::Session& session);

}  // namespace cadran::web
