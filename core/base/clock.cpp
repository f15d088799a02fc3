// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <fmt/format.h>

#include "base/text.h"

namespace cadran {

using namespace std::chrono;

Instant SystemClock::now() const {
    return time_point_cast<microseconds>(system_clock::now());
}

std::string iso_text(Instant instant) {
    const auto day = floor<days>(instant);
    const hh_mm_ss time{floor<seconds>(instant) - day};
    const auto fraction = (instant - floor<seconds>(instant)).count();
    std::string text = fmt::format("{}T{:02}:{:02}:{:02}", iso_text(year_month_day{day}),
                                   time.hours().count(), time.minutes().count(), time.seconds().count());
    if (fraction != 0) text += fmt::format(".{:06}", fraction);
    return text + "Z";
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 17 || text[10] != 'T' || text.back() != 'Z') return {};
    const auto date = parse_date(text.substr(0, 10));
    const auto hour = parse_integer(text.substr(11, 2));
    const auto minute = parse_integer(text.substr(14, 2));
    if (!date || !hour || !minute || text[13] != ':' || *hour > 23 || *minute > 59) return {};
    Instant instant = sys_days{*date} + hours{*hour} + minutes{*minute};
    std::string_view rest = text.substr(16, text.size() - 17);
    if (rest.empty()) return instant;
    const auto second = rest.size() >= 3 && rest[0] == ':' ? parse_integer(rest.substr(1, 2)) : std::nullopt;
    if (!second || *second > 59) return {};
    instant += seconds{*second};
    rest.remove_prefix(3);
    if (rest.empty()) return instant;
    const auto fraction = rest.size() == 7 && rest[0] == '.' ? parse_integer(rest.substr(1)) : std::nullopt;
    if (!fraction) return {};
    return instant + microseconds{*fraction};
}

}  // namespace cadran
