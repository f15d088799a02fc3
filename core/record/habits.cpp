// SPDX-License-Identifier: Apache-2.0
#include "record/habits.h"

#include "base/text.h"

namespace cadran::record {

void Habits::look(std::string_view cell, column::Type type) {
    if (type == column::Type::money) look_at_amount(cell);
    if (type == column::Type::date) look_at_date(cell);
}

void Habits::look_at_amount(std::string_view cell) {
    const auto sign = cell.find_last_of(",.");
    if (sign != std::string_view::npos) ++(cell[sign] == ',' ? commas_ : points_);
}

void Habits::look_at_date(std::string_view cell) {
    const auto parts = split(cell, '/');
    if (parse_date(cell)) ++iso_;
    if (parts.size() != 3) return;
    ++slashes_;
    if (parse_integer(parts[0]).value_or(0) > 12) ++day_first_;
    if (parse_integer(parts[1]).value_or(0) > 12) ++day_second_;
}

Done Habits::settle(Dialect& dialect, const KnownDialect& known, const std::string& file) const {
    const bool french = dialect.separator == ';';
    const bool comma = commas_ == points_ ? french : commas_ > points_;
    const bool slashes = slashes_ == iso_ ? french : slashes_ > iso_;
    dialect.decimal = known.decimal.value_or(comma ? ',' : '.');
    dialect.dates = known.dates.value_or(slashes ? DateStyle::french : DateStyle::iso);
    if (slashes && day_second_ > 0 && day_first_ == 0 && !known.dates) {
        return invalid(Message{"record.month_before_day", {{"file", file}}},
                       Message{"record.export_french_dates"});
    }
    return {};
}

}  // namespace cadran::record
