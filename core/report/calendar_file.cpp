// SPDX-License-Identifier: Apache-2.0
#include "report/calendar_file.h"

#include <libical/ical.h>

#include <memory>
#include <new>

#include "report/markup.h"

namespace cadran::report {

namespace {

struct Release {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    void operator()(char* text) const { free(text); }
};

// Lines, however they end; any other control character is shown as what it is not.
std::string fit(const std::string& text) {
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            lines += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            lines += '\n';
    }
    return printable(lines);
}

icaltimetype day_of(Date date) {
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return time;
}

icaltimetype instant_of(Instant instant) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
    return icaltime_from_timet_with_zone(seconds.time_since_epoch().count(), 0,
                                         icaltimezone_get_utc_timezone());
}

icalcomponent* event(const CalendarEntry& entry, const icaltimetype& stamp) {
    icalcomponent* component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(component, property); };
    const Date next{std::chrono::sys_days{entry.on} + std::chrono::days{1}};
    add(icalproperty_new_uid(fit(entry.uid).c_str()));
    add(icalproperty_new_dtstamp(stamp));
    add(icalproperty_new_dtstart(day_of(entry.on)));
    add(icalproperty_new_dtend(day_of(next)));
    add(icalproperty_new_summary(fit(entry.summary).c_str()));
    add(icalproperty_new_description(fit(entry.description).c_str()));
    add(icalproperty_new_categories(fit(entry.category).c_str()));
    add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    return component;
}

}  // namespace

std::string calendar_file(const std::vector<CalendarEntry>& entries, const std::string& name,
                          Instant written_at) {
    const std::unique_ptr<icalcomponent, Release> calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(calendar.get(), property); };
    add(icalproperty_new_version("2.0"));
    add(icalproperty_new_prodid("-//Cadran//Cadran//FR"));
    add(icalproperty_new_method(ICAL_METHOD_PUBLISH));
    icalproperty* title = icalproperty_new_x(fit(name).c_str());
    icalproperty_set_x_name(title, "X-WR-CALNAME");
    add(title);
    const icaltimetype stamp = instant_of(written_at);
    for (const CalendarEntry& entry : entries)
        icalcomponent_add_component(calendar.get(), event(entry, stamp));
    const std::unique_ptr<char, Release> text(icalcomponent_as_ical_string_r(calendar.get()));
    if (!text) throw std::bad_alloc();
    return text.get();
}

}  // namespace cadran::report
