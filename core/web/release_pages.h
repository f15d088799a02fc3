// SPDX-License-Identifier: Apache-2.0
// What the payment system is told: the lists of payments that may go, and of those that stay suspended.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> releases_page(const Request& request, app::Session& session);
Result<Response> release_form(const Request& request, app::Session& session);
// One of the two files of a list, `released` or `suspended`, as it was made.
Result<Response> release_file(const Request& request, app::Session& session);

}  // namespace cadran::web
