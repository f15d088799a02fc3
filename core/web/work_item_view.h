// SPDX-License-Identifier: Apache-2.0
// One file of the worklist, or a finding that is only flagged, on its page, as it is and as somebody is
// filling it in.
#pragma once

#include <string>

#include "app/work_item.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// Where that finding has its page: among the files to check, or among those that are only flagged.
std::string finding_place(const model::Finding& finding);
// The list that leads there, as `place` and `title`.
Json finding_list(const model::Finding& finding, const Catalogue& catalogue);
// What the control saw, as `title` and `value`.
Json::Array evidence_lines(const app::WorkItem& item, const Catalogue& catalogue);

// With what was typed, and what is wrong with it, where a form came back.
Response shown_work_item(const app::WorkItem& item, const Failure* failure, const Request& request,
                         app::Session& session);

}  // namespace cadran::web
