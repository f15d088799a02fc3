// SPDX-License-Identifier: Apache-2.0
// The files that controls selected: what waits, one file with its evidence beside what to verify, the
// decision.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> worklist_page(const Request& request, app::Session& session);
Result<Response> work_item_page(const Request& request, app::Session& session);
// Goes on to the next file that the person may decide on.
Result<Response> decide_form(const Request& request, app::Session& session);
Result<Response> take_form(const Request& request, app::Session& session);
Result<Response> give_back_form(const Request& request, app::Session& session);
Result<Response> reopen_form(const Request& request, app::Session& session);

}  // namespace cadran::web
