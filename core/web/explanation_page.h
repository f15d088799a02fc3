// SPDX-License-Identifier: Apache-2.0
// How a file came onto the list: the rule, its version, the values it saw and the run.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> explanation_page(const Request& request, app::Session& session);

}  // namespace cadran::web
