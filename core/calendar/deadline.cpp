// SPDX-License-Identifier: Apache-2.0
#include "calendar/deadline.h"

#include <algorithm>
#include <stdexcept>

#include "calendar/public_holiday.h"

namespace cadran::calendar {

using namespace std::chrono;

namespace {

bool counts(Date date, TimeUnit unit, Region region) {
    if (unit == TimeUnit::days) return true;
    const weekday day(sys_days{date});
    if (day == Sunday || (day == Saturday && unit == TimeUnit::ouvres)) return false;
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

std::optional<Date> add(Date start, const Duration& duration, Region region) {
    if (duration.count > Duration::greatest_count || duration.count < -Duration::greatest_count) return {};
    Date date = start;
    if (duration.unit == TimeUnit::months) {
        const auto month_count = static_cast<int>(duration.count);
        if (month_count > 12 * 9999 || month_count < -12 * 9999) return {};
        date = add_months(start, months{month_count});
    } else if (duration.unit == TimeUnit::days) {
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

std::int64_t days_between(Date from, Date to, TimeUnit unit, Region region) {
    if (unit == TimeUnit::months) throw std::invalid_argument("months have no fixed length");
    if (unit == TimeUnit::days) return (sys_days{to} - sys_days{from}).count();
    if (to < from) return -days_between(to, from, unit, region);
    std::int64_t count = 0;
    for (sys_days day = sys_days{from} + days{1}; day <= sys_days{to}; day += days{1}) {
        if (counts(day, unit, region)) ++count;
    }
    return count;
}

}  // namespace cadran::calendar
