// SPDX-License-Identifier: Apache-2.0
// Risks and opportunities: where they stand, and what is done about each.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> risks_page(const Request& request, app::Session& session);

}  // namespace cadran::web
