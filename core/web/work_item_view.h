// SPDX-License-Identifier: Apache-2.0
// One file of the worklist on its page, as it is and as somebody is filling it in.
#pragma once

#include <string>

#include "app/work_item.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// With what was typed, and what is wrong with it, where a form came back.
Response shown_work_item(const app::WorkItem& item, const Failure* failure, const Request& request,
                         app::Session& session);

}  // namespace cadran::web
