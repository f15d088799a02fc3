// SPDX-License-Identifier: Apache-2.0
#include "format/xlsx_number.h"

#include <charconv>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::format {

namespace {

using namespace std::chrono;

constexpr int digits_shown = 15;
constexpr int greatest_zeros = 30;  // behind the point; what is smaller is nothing
constexpr int invented_day = 60;    // 29 February 1900
constexpr std::int64_t seconds_of_a_day = 86'400;

std::optional<double> parse(std::string_view number) {
    if (number.starts_with('+')) number.remove_prefix(1);
    double value = 0;
    const char* end = number.data() + number.size();
    const auto [rest, error] = std::from_chars(number.data(), end, value);
    if (error != std::errc() || rest != end || !std::isfinite(value)) return {};
    return value;
}

// The code without what it shows as it is: quoted, escaped, padded, colours and currencies in brackets.
std::string bare(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = code.find('"', i + 1);
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = code.find(']', i);
            const std::string_view inside = code.substr(i + 1, end - i - 1);
            if (inside.find_first_not_of("hHmMsS") == std::string_view::npos) letters += inside;
            i = end;
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (i == std::string_view::npos) break;
    }
    return letters;
}

sys_days first_day(std::int64_t serial, DateSystem system) {
    if (system == DateSystem::from_1904) return sys_days{1904y / January / 1};
    return serial < invented_day ? sys_days{1899y / December / 31} : sys_days{1899y / December / 30};
}

}  // namespace

NumberFormat built_in_format(int id) {
    if (id == 9 || id == 10) return NumberFormat::percent;
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return NumberFormat::date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return NumberFormat::time;
    return NumberFormat::number;
}

NumberFormat format_of_code(std::string_view code) {
    std::string letters = bare(code);
    if (letters.starts_with("general")) return NumberFormat::number;
    if (letters.find_first_of("dy") != std::string::npos) return NumberFormat::date;
    if (letters.find_first_of("hs") != std::string::npos) return NumberFormat::time;
    if (letters.find('m') != std::string::npos) return NumberFormat::date;
    return letters.find('%') != std::string::npos ? NumberFormat::percent : NumberFormat::number;
}

std::optional<std::string> decimal_text(std::string_view number) {
    const auto value = parse(number);
    if (!value) return {};
    const std::string rounded = fmt::format("{:.{}g}", *value, digits_shown);
    if (rounded.find('e') == std::string::npos) return rounded == "-0" ? "0" : rounded;
    if (std::abs(*value) >= 1) return rounded;
    // `-1.5e-07`: the digits move behind as many zeros as the exponent says.
    const auto exponent = rounded.find('e');
    const auto zeros = parse_integer(std::string_view(rounded).substr(exponent + 2));
    std::string digits = rounded.substr(0, exponent);
    std::erase(digits, '.');
    const bool negative = std::erase(digits, '-') > 0;
    if (!zeros || *zeros > greatest_zeros) return "0";
    return (negative ? "-0." : "0.") + std::string(static_cast<std::size_t>(*zeros - 1), '0') + digits;
}

std::optional<std::string> date_text(std::string_view number, DateSystem system) {
    const auto value = parse(number);
    if (!value || *value < 0 || *value >= 2'958'466) return {};
    const auto all = static_cast<std::int64_t>(std::llround(*value * static_cast<double>(seconds_of_a_day)));
    const std::int64_t serial = all / seconds_of_a_day;
    const hh_mm_ss time(seconds(all % seconds_of_a_day));
    const std::string clock = fmt::format("{:02}:{:02}:{:02}", time.hours().count(), time.minutes().count(),
                                          time.seconds().count());
    if (system == DateSystem::from_1900 && serial == invented_day) return {};
    if (serial == 0 && system == DateSystem::from_1900) return clock;
    const year_month_day day{first_day(serial, system) + days(serial)};
    if (day.year() > 9999y) return {};
    const std::string date =
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                    static_cast<unsigned>(day.day()));
    return all % seconds_of_a_day == 0 ? date : date + "T" + clock;
}

}  // namespace cadran::format
