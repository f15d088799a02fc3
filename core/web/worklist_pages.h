// SPDX-License-Identifier: Apache-2.0
// The files that controls selected: what waits, one file with its evidence beside what to verify, the
// decision; and what they only flagged.
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

// What the controls of a process found: all, or what awaits somebody.
Result<Response> control_findings_page(const Request& request, app::Session& session);
// Any finding; those that are only flagged are confirmed or dismissed there.
Result<Response> control_finding_page(const Request& request, app::Session& session);
Result<Response> settle_control_finding_form(const Request& request, app::Session& session);

}  // namespace cadran::web
