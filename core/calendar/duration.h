// SPDX-License-Identifier: Apache-2.0
// Lengths of time that name their unit, and the dates they lead to.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "calendar/region.h"

namespace cadran::calendar {

enum class Unit {
    days,       // every day of the calendar
    ouvres,     // Monday to Friday without public holidays
    ouvrables,  // Monday to Saturday without public holidays
    months,
};

// `days`, `ouvrés`, `ouvrables`, `months`: as the condition language writes them.
std::string_view unit_name(Unit unit);
// Also in the singular, in French and without accents.
std::optional<Unit> parse_unit(std::string_view name);
LocalText unit_title(Unit unit);

struct Duration {
    std::int64_t count = 0;
    Unit unit = Unit::days;

    friend bool operator==(const Duration&, const Duration&) = default;
};

// `10 ouvrés`, as `plain_text` writes it.
std::optional<Duration> parse_duration(std::string_view text);
std::string plain_text(const Duration& duration);
// `10 jours ouvrés`, for people.
LocalText text_of(const Duration& duration);

// The last day of a deadline that starts on `start`, which does not count itself; a negative count goes back. Months
// end on the same day of the month, or on its last where it has no such day. Nothing rolls over to a working
// day. None outside the years 1 to 9999.
std::optional<Date> add(Date start, const Duration& duration, Region region);

// Days of that unit after `from` up to and with `to`; negative where `to` is earlier. Of days, ouvrés and
// ouvrables; throws std::invalid_argument on months.
std::int64_t days_between(Date from, Date to, Unit unit, Region region);

}  // namespace cadran::calendar
