// SPDX-License-Identifier: Apache-2.0
#include "record/number.h"

#include <algorithm>
#include <array>
#include <limits>

namespace cadran::record {

namespace {

using tl::unexpected;
using Parsed = tl::expected<std::int64_t, Message>;

constexpr std::uint64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr int group = 3;

bool starts_with_digit(std::string_view text) {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

// Grows digit by digit; exact, or known not to fit.
struct Number {
    bool negative = false;
    std::uint64_t magnitude = 0;
    bool fits = true;

    void add_digit(char digit) {
        const auto value = static_cast<std::uint64_t>(digit - '0');
        const std::uint64_t limit = greatest + (negative ? 1 : 0);
        fits = fits && magnitude <= (limit - value) / 10;
        if (fits) magnitude = magnitude * 10 + value;
    }

    Parsed value() const {
        if (!fits) return unexpected(Message{"record.number_too_large"});
        return static_cast<std::int64_t>(negative ? std::uint64_t{0} - magnitude : magnitude);
    }
};

bool drop(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

// Sign and digits off the front; where spaces part the digits, they part them by three. False where it is no
// number.
bool take_whole(std::string_view& text, Number& number) {
    number.negative = drop(text, "-") || drop(text, "\u2212");
    if (!number.negative) drop(text, "+");
    int digits = 0;
    bool grouped = false;
    while (true) {
        if (starts_with_digit(text)) {
            number.add_digit(text.front());
            ++digits;
            text.remove_prefix(1);
            continue;
        }
        const std::size_t space = space_length(text);
        if (space == 0 || !starts_with_digit(text.substr(space))) break;
        if (digits == 0 || digits > group || (grouped && digits != group)) return false;
        grouped = true;
        digits = 0;
        text.remove_prefix(space);
    }
    return digits > 0 && (!grouped || digits == group);
}

// A number off the front, in units of the last of `most` digits behind the point; gives how many stand there.
tl::expected<int, Message> take_decimal(std::string_view& cell, Number& number, int most, char decimal,
                                        Message malformed) {
    if (!take_whole(cell, number)) return unexpected(std::move(malformed));
    int decimals = 0;
    if (drop(cell, {&decimal, 1})) {
        for (; starts_with_digit(cell); ++decimals) {
            if (decimals < most) number.add_digit(cell.front());
            cell.remove_prefix(1);
        }
        if (decimals == 0) return unexpected(std::move(malformed));
    } else if (cell.size() > 1 && (cell.front() == ',' || cell.front() == '.') &&
               starts_with_digit(cell.substr(1))) {
        return unexpected(Message{"record.other_decimal_sign", {{"expected", std::string(1, decimal)}}});
    }
    for (int i = decimals; i < most; ++i) number.add_digit('0');
    return decimals;
}

// What stands behind an amount: nothing, or the sign or code of the field's own currency.
tl::expected<void, Message> check_currency(std::string_view rest, const Currency& currency) {
    while (const std::size_t space = space_length(rest)) rest.remove_prefix(space);
    if (rest.empty() || rest == currency.code || (rest == "€" && currency == Currency{})) return {};
    constexpr std::array<std::string_view, 4> signs{"€", "$", "£", "¥"};
    const bool is_code =
        rest.size() == 3 && std::ranges::all_of(rest, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_code && std::ranges::find(signs, rest) == signs.end())
        return unexpected(Message{"record.not_an_amount"});
    return unexpected(Message{"record.other_currency",
                              {{"found", std::string(rest)}, {"expected", std::string(currency.code)}}});
}

}  // namespace

std::size_t space_length(std::string_view utf8) {
    if (utf8.empty()) return 0;
    if (utf8.front() == ' ') return 1;
    if (utf8.starts_with("\u00a0")) return 2;
    return utf8.starts_with("\u202f") || utf8.starts_with("\u2009") ? 3 : 0;
}

Parsed parse_integer_cell(std::string_view cell) {
    Number number;
    if (!take_whole(cell, number) || !cell.empty()) return unexpected(Message{"record.not_an_integer"});
    return number.value();
}

Parsed parse_amount_cell(std::string_view cell, const Currency& currency, char decimal) {
    Number number;
    const auto digits = take_decimal(cell, number, 2, decimal, {"record.not_an_amount"});
    if (!digits) return unexpected(digits.error());
    if (const auto fits = check_currency(cell, currency); !fits) return unexpected(fits.error());
    if (*digits > 2) return unexpected(Message{"record.too_many_decimals"});
    return number.value();
}

Parsed parse_decimal_cell(std::string_view cell, int decimals, char decimal) {
    Number number;
    const auto digits = take_decimal(cell, number, decimals, decimal, {"record.not_a_decimal"});
    if (!digits) return unexpected(digits.error());
    if (!cell.empty()) return unexpected(Message{"record.not_a_decimal"});
    if (*digits > decimals) {
        return unexpected(Message{"record.more_decimals", {{"count", static_cast<std::int64_t>(decimals)}}});
    }
    return number.value();
}

}  // namespace cadran::record
