// SPDX-License-Identifier: Apache-2.0
// The dates that lengths of time lead to.
#pragma once

#include <cstdint>
#include <optional>

#include "base/clock.h"
#include "base/duration.h"
#include "calendar/region.h"

namespace cadran::calendar {

// The last day of a deadline that starts on `start`, which does not count itself; a negative count goes back.
// Months end on the same day of the month, or on its last where it has no such day. Nothing rolls over to a
// working day. None outside the years 1 to 9999.
std::optional<Date> add(Date start, const Duration& duration, Region region);

// Days of that unit after `from` up to and with `to`; negative where `to` is earlier. Of days, ouvrés and
// ouvrables; throws std::invalid_argument on months.
std::int64_t days_between(Date from, Date to, TimeUnit unit, Region region);

}  // namespace cadran::calendar
