// SPDX-License-Identifier: Apache-2.0
// What is due, as entries of a calendar.
#pragma once

#include <vector>

#include "app/due.h"
#include "report/calendar_file.h"

namespace cadran::app {

// As list_due, in the language of the session's catalogue. What is overdue, or due as soon as may be, stands
// on today, where people look, and says since when. The same thing has the same uid every time.
Result<std::vector<report::CalendarEntry>> calendar_of_due(Session& session, const DueQuery& query);

}  // namespace cadran::app
