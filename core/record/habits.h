// SPDX-License-Identifier: Apache-2.0
// How the cells of money and dates of a file are written, by the vote of those that leave no doubt.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "column/schema.h"
#include "record/dialect.h"

namespace cadran::record {

class Habits {
  public:
    // Takes the trimmed text of a cell into account.
    void look(std::string_view cell, column::Type type);

    // Sets the dialect's numbers and dates; in doubt the French ones where the separator is a semicolon.
    // Fails where the month stands before the day.
    Done settle(Dialect& dialect, const KnownDialect& known, const std::string& file) const;

  private:
    void look_at_amount(std::string_view cell);
    void look_at_date(std::string_view cell);

    int commas_ = 0, points_ = 0;
    int iso_ = 0, slashes_ = 0;
    int day_first_ = 0, day_second_ = 0;  // a number of 13 and more can only be the day
};

}  // namespace cadran::record
