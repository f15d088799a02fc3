// SPDX-License-Identifier: Apache-2.0
// The spans of time in which a quality system thinks: months, quarters, years.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace cadran::calendar {

// A whole month, quarter or year of the Gregorian calendar.
class Period {
  public:
    enum class Kind { month, quarter, year };

    // The year 1970, to be assigned to.
    Period() = default;

    static Period month(std::chrono::year_month month);
    // Quarter 1 to 4.
    static Period quarter(std::chrono::year year, unsigned quarter);
    static Period year(std::chrono::year year);
    // `2026-07`, `2026-Q3` or `2026`.
    static std::optional<Period> parse(std::string_view text);
    // The period of that kind in which the date lies.
    static Period containing(Date date, Kind kind);

    Kind kind() const { return kind_; }
    Date first() const;
    Date last() const;
    bool contains(Date date) const { return first() <= date && date <= last(); }
    Period next() const;
    Period previous() const;
    // The periods of a shorter kind that make this one up, in order; itself where the kind is the same.
    std::vector<Period> divided_into(Kind kind) const;
    // The periods of any kind whose last day lies in this one, in order: its parts, or the longer one that
    // ends with it.
    std::vector<Period> ended(Kind kind) const;
    std::string text() const;

    friend auto operator<=>(const Period&, const Period&) = default;

  private:
    Period(std::chrono::year_month start, Kind kind) : start_(start), kind_(kind) {}

    std::chrono::year_month start_ = std::chrono::year{1970} / std::chrono::January;
    Kind kind_ = Kind::year;
};

}  // namespace cadran::calendar
