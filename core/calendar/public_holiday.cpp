// SPDX-License-Identifier: Apache-2.0
#include "calendar/public_holiday.h"

#include <algorithm>

namespace cadran::calendar {

using namespace std::chrono;

// The letters are those of the published algorithm.
Date easter_sunday(year in) {
    const int y = static_cast<int>(in);
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return in / month(static_cast<unsigned>(sum / 31)) / day(static_cast<unsigned>(sum % 31 + 1));
}

std::vector<Date> public_holidays(year in, Region region) {
    const sys_days easter = easter_sunday(in);
    std::vector<Date> holidays{in / January / 1,        in / May / 1,           in / May / 8,
                               in / July / 14,          in / August / 15,       in / November / 1,
                               in / November / 11,      in / December / 25,     Date{easter + days{1}},
                               Date{easter + days{39}}, Date{easter + days{50}}};
    if (region == Region::alsace_moselle) {
        holidays.emplace_back(easter - days{2});
        holidays.push_back(in / December / 26);
    }
    std::ranges::sort(holidays);
    return holidays;
}

bool is_public_holiday(Date date, Region region) {
    return std::ranges::binary_search(public_holidays(date.year(), region), date);
}

}  // namespace cadran::calendar
