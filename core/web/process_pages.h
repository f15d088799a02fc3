// SPDX-License-Identifier: Apache-2.0
// The map of processes, and each with its sheet and its live figures.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> processes_page(const Request& request, app::Session& session);
// The picture alone.
Result<Response> process_map_picture(const Request& request, app::Session& session);
Result<Response> process_page(const Request& request, app::Session& session);

}  // namespace cadran::web
