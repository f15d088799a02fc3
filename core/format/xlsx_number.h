// SPDX-License-Identifier: Apache-2.0
// What the numbers of a workbook mean: exact decimals, dates by their number format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cadran::format {

// What a number format shows.
enum class NumberFormat { number, percent, date, time };

// Of the codes that every workbook has without saying so; `number` of any other.
NumberFormat built_in_format(int id);
// Of a code such as `dd/mm/yyyy hh:mm`, `0.0%`.
NumberFormat format_of_code(std::string_view code);

// `1234.5` of `1234.5000000000001`: the 15 digits that spreadsheets show, without exponent where it stays
// below 10^15, without trailing zeros. None where it is no number.
std::optional<std::string> decimal_text(std::string_view number);

// Days since which dates are counted.
enum class DateSystem { from_1900, from_1904 };

// `2026-07-31`, `2026-07-31T10:15:00`, or `10:15:00` where it has no day; to the second. None where it is no
// number, or beyond the years 1900 to 9999. 29 February 1900, which spreadsheets believe in, is none.
std::optional<std::string> date_text(std::string_view number, DateSystem system);

}  // namespace cadran::format
