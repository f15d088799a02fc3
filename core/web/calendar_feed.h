// SPDX-License-Identifier: Apache-2.0
// What awaits somebody, as their calendar fetches it by itself: `/calendar/TOKEN.ics`.
#pragma once

#include <functional>

#include "app/session.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

inline constexpr std::string_view calendar_folder = "/calendar/";

// Of a request below `calendar_folder`, whose token reads this and nothing else. It stands in the address,
// since calendars have no other place for it: the path is never logged, and whoever has no token learns
// nothing. `open` makes the session of whose it is.
Response calendar_feed(const Request& request, app::Workspace& workspace, const Clock& clock,
                       const std::function<app::Session(const model::Account&)>& open);

}  // namespace cadran::web
