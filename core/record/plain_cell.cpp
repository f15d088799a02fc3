// SPDX-License-Identifier: Apache-2.0
#include "record/plain_cell.h"

#include <algorithm>
#include <bit>
#include <chrono>

#include "record/value.h"

namespace cadran::record {

namespace {

constexpr std::size_t most_digits = 15;  // more might not fit

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Two digits; at least 100 where they are none.
unsigned two(const char* at) {
    const unsigned tens = static_cast<unsigned char>(at[0]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(at[1]) - unsigned{'0'};
    return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

// Days since 1970. Up to the 28th no month needs a look; the year is one that a record may have.
bool read_day(std::string_view cell, DateStyle style, std::int64_t& day) {
    const bool is_iso = style == DateStyle::iso;
    const char sign = is_iso ? '-' : '/';
    const char* at = cell.data();
    if (cell.size() != 10 || at[is_iso ? 4 : 2] != sign || at[is_iso ? 7 : 5] != sign) return false;
    const unsigned century = two(at + (is_iso ? 0 : 6)), rest = two(at + (is_iso ? 2 : 8));
    const unsigned month = two(at + (is_iso ? 5 : 3)), date = two(at + (is_iso ? 8 : 0));
    // Of 2200 only the careful way says that it is the last.
    if (century < 19 || century > 21 || rest > 99 || month < 1 || month > 12 || date < 1 || date > 31)
        return false;
    const std::chrono::year_month_day whole{std::chrono::year(static_cast<int>(century * 100 + rest)),
                                            std::chrono::month(month), std::chrono::day(date)};
    if (date > 28 && !whole.ok()) return false;
    day = std::chrono::sys_days{whole}.time_since_epoch().count();
    return true;
}

// Digits, then at most so many behind the sign; in units of the last of them.
bool read_number(std::string_view cell, int decimals, char sign, std::int64_t& units) {
    if (cell.size() > most_digits) return false;
    std::size_t at = 0;
    units = 0;
    for (; at < cell.size() && is_digit(cell[at]); ++at) units = units * 10 + (cell[at] - '0');
    if (at == 0 || at + static_cast<std::size_t>(decimals) > most_digits) return false;
    int behind = 0;
    if (at < cell.size()) {
        if (cell[at] != sign || decimals == 0) return false;
        for (++at; at < cell.size() && is_digit(cell[at]); ++at, ++behind) {
            if (behind == decimals) return false;
            units = units * 10 + (cell[at] - '0');
        }
        if (behind == 0 || at < cell.size()) return false;
    }
    for (; behind < decimals; ++behind) units *= 10;
    return true;
}

bool read_code(std::string_view cell, const column::Field& field, std::int64_t& index) {
    const auto found = std::ranges::find(field.codes, cell, &column::Code::name);
    index = found - field.codes.begin();
    return found != field.codes.end();
}

// Capitals and digits alone are hashed as they are.
bool read_secret(std::string_view cell, const HashKey& secrets, std::int64_t& bits) {
    const auto is_plain = [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); };
    if (cell.size() > greatest_secret || !std::ranges::all_of(cell, is_plain)) return false;
    bits = std::bit_cast<std::int64_t>(keyed_hash(secrets, cell));
    return true;
}

}  // namespace

bool read_plain_cell(std::string_view cell, const column::Field& field, const Dialect& dialect,
                     const HashKey& secrets, column::Slot& slot) {
    std::int64_t number = 0;
    bool read = false;
    switch (field.type) {
        case column::Type::text: slot = {true, 0, cell}; return true;
        case column::Type::date: read = read_day(cell, dialect.dates, number); break;
        case column::Type::code: read = read_code(cell, field, number); break;
        case column::Type::money: read = read_number(cell, 2, dialect.decimal, number); break;
        case column::Type::decimal: read = read_number(cell, field.decimals, dialect.decimal, number); break;
        case column::Type::integer:
        case column::Type::duration: read = read_number(cell, 0, dialect.decimal, number); break;
        case column::Type::secret: read = !dialect.hashed && read_secret(cell, secrets, number); break;
        case column::Type::boolean:
        case column::Type::time:
        case column::Type::list: return false;
    }
    if (read) slot = {true, number, {}};
    return read;
}

}  // namespace cadran::record
