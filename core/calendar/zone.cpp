// SPDX-License-Identifier: Apache-2.0
#include "calendar/zone.h"

#include <date/tz.h>

namespace cadran::calendar {

namespace {

date::local_time<std::chrono::microseconds> local(const void* zone, Instant instant) {
    return static_cast<const date::time_zone*>(zone)->to_local(instant);
}

}  // namespace

Result<Zone> Zone::named(std::string_view name) {
    try {
        return Zone(std::string(name), date::locate_zone(std::string(name)));
    } catch (const std::runtime_error&) {
        return invalid(Message{"calendar.unknown_zone", {{"zone", std::string(name)}}});
    }
}

Date Zone::date_of(Instant instant) const {
    const auto day = date::floor<date::days>(local(data_, instant));
    return std::chrono::sys_days{std::chrono::days{day.time_since_epoch().count()}};
}

Instant Zone::start_of(Date date) const {
    const date::local_days day{date::days{std::chrono::sys_days{date}.time_since_epoch().count()}};
    const auto* zone = static_cast<const date::time_zone*>(data_);
    return std::chrono::time_point_cast<Instant::duration>(zone->to_sys(day, date::choose::earliest));
}

std::string Zone::local_text(Instant instant) const {
    return date::format("%F %H:%M", date::floor<std::chrono::minutes>(local(data_, instant)));
}

}  // namespace cadran::calendar
