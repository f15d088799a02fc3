// SPDX-License-Identifier: Apache-2.0
#include "calendar/period.h"

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::calendar {

using namespace std::chrono;

namespace {

months length_of(Period::Kind kind) {
    switch (kind) {
        case Period::Kind::month: return months{1};
        case Period::Kind::quarter: return months{3};
        case Period::Kind::year: break;
    }
    return months{12};
}

}  // namespace

Period Period::month(year_month month) {
    return {month, Kind::month};
}

Period Period::quarter(std::chrono::year year, unsigned quarter) {
    return {year / std::chrono::month(quarter * 3 - 2), Kind::quarter};
}

Period Period::year(std::chrono::year year) {
    return {year / January, Kind::year};
}

std::optional<Period> Period::parse(std::string_view text) {
    if (text.size() < 4) return {};
    const auto year_number = parse_integer(text.substr(0, 4));
    if (!year_number) return {};
    const std::chrono::year year(static_cast<int>(*year_number));
    if (text.size() == 4) return Period::year(year);
    if (text.size() != 7 || text[4] != '-') return {};
    if (text[5] == 'Q') {
        const auto number = parse_integer(text.substr(6));
        if (!number || *number < 1 || *number > 4) return {};
        return quarter(year, static_cast<unsigned>(*number));
    }
    const auto number = parse_integer(text.substr(5));
    if (!number || *number < 1 || *number > 12) return {};
    return month(year / std::chrono::month(static_cast<unsigned>(*number)));
}

Period Period::containing(Date date, Kind kind) {
    switch (kind) {
        case Kind::month: return month(date.year() / date.month());
        case Kind::quarter: return quarter(date.year(), (static_cast<unsigned>(date.month()) + 2) / 3);
        case Kind::year: break;
    }
    return year(date.year());
}

Date Period::first() const {
    return start_ / 1;
}

Date Period::last() const {
    const year_month after = start_ + length_of(kind_);
    return sys_days{after / 1} - days{1};
}

Period Period::next() const {
    return {start_ + length_of(kind_), kind_};
}

Period Period::previous() const {
    return {start_ - length_of(kind_), kind_};
}

std::vector<Period> Period::divided_into(Kind kind) const {
    std::vector<Period> parts;
    for (Period part = containing(first(), kind); part.first() <= last(); part = part.next())
        parts.push_back(part);
    return parts;
}

std::vector<Period> Period::ended(Kind kind) const {
    if (kind <= kind_) return divided_into(kind);
    const Period longer = containing(first(), kind);
    if (longer.last() != last()) return {};
    return {longer};
}

std::string Period::text() const {
    const int year = static_cast<int>(start_.year());
    const unsigned month = static_cast<unsigned>(start_.month());
    switch (kind_) {
        case Kind::month: return fmt::format("{:04}-{:02}", year, month);
        case Kind::quarter: return fmt::format("{:04}-Q{}", year, (month + 2) / 3);
        case Kind::year: break;
    }
    return fmt::format("{:04}", year);
}

}  // namespace cadran::calendar
