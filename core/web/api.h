// SPDX-License-Identifier: Apache-2.0
// Calls of programs: a token proves whose they are, JSON comes and goes, faults are told after RFC 9457.
#pragma once

#include <functional>

#include "app/session.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// Of a request below `api_folder`. Cookies count for nothing here, so that no page of others can call. `open`
// makes the session of who it is.
Response api_answer(Request& request, app::Workspace& workspace, const Clock& clock,
                    const Catalogue& catalogue,
                    const std::function<app::Session(const model::Account&)>& open);

// `application/problem+json`.
Response problem(int status, const Diagnostics& faults, const Catalogue& catalogue);

}  // namespace cadran::web
