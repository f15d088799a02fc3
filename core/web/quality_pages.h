// SPDX-License-Identifier: Apache-2.0
// Quality rates out of sampled checks, and the file that its handler may contest.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> quality_page(const Request& request, app::Session& session);
Result<Response> checked_file_page(const Request& request, app::Session& session);
Result<Response> contest_form(const Request& request, app::Session& session);

}  // namespace cadran::web
