// SPDX-License-Identifier: Apache-2.0
// The imports whose retention has run out: what holds them, and the purge of the others.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> purge_page(const Request& request, app::Session& session);
Result<Response> purge_form(const Request& request, app::Session& session);

}  // namespace cadran::web
