// SPDX-License-Identifier: Apache-2.0
// One box for whatever somebody looks for.
#pragma once

#include "web/route.h"

namespace cadran::web {

// `?q=…`; without it, the box alone.
Result<Response> search_page(const Request& request, app::Session& session);

}  // namespace cadran::web
