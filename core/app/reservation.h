// SPDX-License-Identifier: Apache-2.0
// Files of the worklist that a person reserves for themselves, and how much work waits for whom.
#pragma once

#include <string>
#include <vector>

#include "app/work_item.h"

namespace cadran::app {

// Until it is decided or given back, or for model::reservation_lasts, nobody else decides on the file; taking
// it again prolongs that. Only of files that the actor may decide on, and as they saw them: conflict
// (`app.changed_since_seen`) where somebody worked on the file meanwhile.
Result<WorkItem> take(Session& session, const std::string& item);
// By whoever has it; who had it once hears who worked on it since.
Result<WorkItem> give_back(Session& session, const std::string& item);

// Open files of one control that one person has, or nobody.
struct Workload {
    std::string control;
    LocalText title;
    std::string person;  // account; empty: taken by nobody
    std::int64_t files = 0;
    std::int64_t overdue = 0;
    std::int64_t minutes = 0;  // of the files whose control says how long one takes
    std::int64_t unknown = 0;  // files whose control does not
};

// By control, then person; first what nobody took.
Result<std::vector<Workload>> workload(Session& session);

}  // namespace cadran::app
