// SPDX-License-Identifier: Apache-2.0
// The draft of a process sheet: edited section by section or as its file, with what it changes beside it.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> process_draft_page(const Request& request, app::Session& session);
Result<Response> edit_process_form(const Request& request, app::Session& session);
Result<Response> hand_in_process_form(const Request& request, app::Session& session);

}  // namespace cadran::web
