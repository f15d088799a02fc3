// SPDX-License-Identifier: Apache-2.0
// What is due, as calendars of other programs take it in (iCalendar, RFC 5545).
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/message.h"

namespace cadran::report {

struct CalendarEntry {
    std::string uid;  // of the whole world; an entry that comes again under it replaces the one before
    Date on;
    std::string summary;
    std::string description;
    std::string category;
};

// One event a day for each entry, that leaves its day free. `written_at` stamps them all: the same entries at
// the same instant are the same bytes. Control characters but line breaks become U+FFFD.
std::string calendar_file(const std::vector<CalendarEntry>& entries, const std::string& name,
                          Instant written_at);

}  // namespace cadran::report
