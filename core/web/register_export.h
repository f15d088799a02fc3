// SPDX-License-Identifier: Apache-2.0
// Registers to keep: as a workbook that people filter and print, or as CSV.
#pragma once

#include "web/route.h"

namespace cadran::web {

// `/registers/actions.xlsx`, `/registers/risks.csv`; `?process=…` for one process alone.
Result<Response> register_export(const Request& request, app::Session& session);

}  // namespace cadran::web
