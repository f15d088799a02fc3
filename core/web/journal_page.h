// SPDX-License-Identifier: Apache-2.0
// The journal, by person, thing, act and day.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> journal_page(const Request& request, app::Session& session);

}  // namespace cadran::web
