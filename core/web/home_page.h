// SPDX-License-Identifier: Apache-2.0
// What awaits who signed in, what is late, and where the objectives stand.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> home_page(const Request& request, app::Session& session);

}  // namespace cadran::web
