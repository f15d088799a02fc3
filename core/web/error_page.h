// SPDX-License-Identifier: Apache-2.0
// What is said where a page cannot be shown, and with which status.
#pragma once

#include "app/session.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// 422 for what is invalid, 403 for what is refused, 409 for a conflict, 404 for what does not exist.
int status_of(const Failure& failure);

// Within the frame of who signed in, where there is somebody.
Response error_page(int status, const Diagnostics& faults, const Request& request, app::Session* session,
                    const Catalogue& catalogue);

}  // namespace cadran::web
