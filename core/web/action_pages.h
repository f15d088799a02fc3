// SPDX-License-Identifier: Apache-2.0
// Actions: all of them, one with its history, and every step from the proposal to the proof.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> actions_page(const Request& request, app::Session& session);
// By state, each with the step that comes next.
Result<Response> action_board_page(const Request& request, app::Session& session);
// A month, by the day on which somebody has to do something.
Result<Response> action_calendar_page(const Request& request, app::Session& session);
Result<Response> new_action_page(const Request& request, app::Session& session);
Result<Response> propose_action_form(const Request& request, app::Session& session);
Result<Response> action_page(const Request& request, app::Session& session);
Result<Response> decide_action_form(const Request& request, app::Session& session);
Result<Response> start_action_form(const Request& request, app::Session& session);
Result<Response> progress_action_form(const Request& request, app::Session& session);
Result<Response> finish_action_form(const Request& request, app::Session& session);
Result<Response> verify_action_form(const Request& request, app::Session& session);
Result<Response> cancel_action_form(const Request& request, app::Session& session);

}  // namespace cadran::web
