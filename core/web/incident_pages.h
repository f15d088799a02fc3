// SPDX-License-Identifier: Apache-2.0
// The base of serious incidents, as the plugin of that name declares it.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> incidents_page(const Request& request, app::Session& session);

}  // namespace cadran::web
