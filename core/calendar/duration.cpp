// SPDX-License-Identifier: Apache-2.0
#include "calendar/duration.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "base/named.h"
#include "base/text.h"
#include "calendar/public_holiday.h"

namespace cadran::calendar {

using namespace std::chrono;

namespace {

constexpr std::int64_t greatest_count = 4'000'000;  // days in the years 1 to 9999, and some

constexpr Named<Unit> units[] = {
    {Unit::days, "days", "jours", "days"},
    {Unit::ouvres, "ouvrés", "jours ouvrés", "working days (Monday to Friday)"},
    {Unit::ouvrables, "ouvrables", "jours ouvrables", "working days (Monday to Saturday)"},
    {Unit::months, "months", "mois", "months"},
};

constexpr Named<Unit> single_units[] = {
    {Unit::days, "day", "jour", "day"},
    {Unit::ouvres, "ouvré", "jour ouvré", "working day (Monday to Friday)"},
    {Unit::ouvrables, "ouvrable", "jour ouvrable", "working day (Monday to Saturday)"},
    {Unit::months, "month", "mois", "month"},
};

constexpr Named<Unit> other_spellings[] = {
    {Unit::days, "jours", "", ""},  {Unit::days, "jour", "", ""},  {Unit::ouvres, "ouvres", "", ""},
    {Unit::ouvres, "ouvre", "", ""}, {Unit::months, "mois", "", ""},
};

bool counts(Date date, Unit unit, Region region) {
    if (unit == Unit::days) return true;
    const weekday day(sys_days{date});
    if (day == Sunday || (day == Saturday && unit == Unit::ouvres)) return false;
    return !is_public_holiday(date, region);
}

bool is_in_range(Date date) {
    return date.year() >= year{1} && date.year() <= year{9999};
}

Date add_months(Date start, months count) {
    const year_month month = start.year() / start.month() + count;
    const Date same_day = month / start.day();
    return same_day.ok() ? same_day : Date{month / last};
}

}  // namespace

std::string_view unit_name(Unit unit) {
    return named(units, unit).name;
}
LocalText unit_title(Unit unit) {
    return title_of(units, unit);
}

std::optional<Unit> parse_unit(std::string_view name) {
    if (const auto unit = parse_named(units, name)) return unit;
    if (const auto unit = parse_named(single_units, name)) return unit;
    return parse_named(other_spellings, name);
}

std::optional<Duration> parse_duration(std::string_view text) {
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return {};
    const auto count = parse_integer(text.substr(0, space));
    const auto unit = parse_unit(text.substr(space + 1));
    if (!count || !unit || *count > greatest_count) return {};
    return Duration{*count, *unit};
}

std::string plain_text(const Duration& duration) {
    return fmt::format("{} {}", duration.count, unit_name(duration.unit));
}

LocalText text_of(const Duration& duration) {
    const LocalText one = title_of(single_units, duration.unit);
    const LocalText many = title_of(units, duration.unit);
    const std::int64_t count = duration.count;
    return {fmt::format("{} {}", count, count > 1 || count < -1 ? many.fr : one.fr),
            fmt::format("{} {}", count, count == 1 ? one.en : many.en)};
}

std::optional<Date> add(Date start, const Duration& duration, Region region) {
    if (duration.count > greatest_count || duration.count < -greatest_count) return {};
    Date date = start;
    if (duration.unit == Unit::months) {
        const auto month_count = static_cast<int>(duration.count);
        if (month_count > 12 * 9999 || month_count < -12 * 9999) return {};
        date = add_months(start, months{month_count});
    } else if (duration.unit == Unit::days) {
        date = sys_days{start} + days{static_cast<int>(duration.count)};
    } else {
        const days step{duration.count < 0 ? -1 : 1};
        for (std::int64_t left = std::abs(duration.count); left > 0 && is_in_range(date);) {
            date = sys_days{date} + step;
            if (counts(date, duration.unit, region)) --left;
        }
    }
    if (!is_in_range(date)) return {};
    return date;
}

std::int64_t days_between(Date from, Date to, Unit unit, Region region) {
    if (unit == Unit::months) throw std::invalid_argument("months have no fixed length");
    if (unit == Unit::days) return (sys_days{to} - sys_days{from}).count();
    if (to < from) return -days_between(to, from, unit, region);
    std::int64_t count = 0;
    for (sys_days day = sys_days{from} + days{1}; day <= sys_days{to}; day += days{1}) {
        if (counts(day, unit, region)) ++count;
    }
    return count;
}

}  // namespace cadran::calendar
