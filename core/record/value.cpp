// SPDX-License-Identifier: Apache-2.0
#include "record/value.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include <fmt/format.h>

#include "base/clock.h"
#include "base/text.h"
#include "record/number.h"

namespace cadran::record {

namespace {

using tl::unexpected;
using ParsedCell = tl::expected<column::Slot, Message>;

constexpr int first_year = 1900;
constexpr int last_year = 2200;
constexpr std::size_t codes_shown = 10;

ParsedCell number(std::int64_t value) {
    return column::Slot{true, value, {}};
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// One to `most` digits off the front; -1 where there are none.
int take_digits(std::string_view& text, std::size_t most) {
    int value = -1;
    for (std::size_t i = 0; i < most && !text.empty() && text.front() >= '0' && text.front() <= '9'; ++i) {
        value = std::max(value, 0) * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    return value;
}

bool drop(std::string_view& text, char sign) {
    if (!text.starts_with(sign)) return false;
    text.remove_prefix(1);
    return true;
}

ParsedCell parse_day(std::string_view text, DateStyle style) {
    int year = -1, month = -1, day = -1;
    const std::size_t year_digits = 4;
    if (style == DateStyle::french) {
        day = take_digits(text, 2);
        if (drop(text, '/')) month = take_digits(text, 2);
        if (drop(text, '/') && text.size() == year_digits) year = take_digits(text, year_digits);
    } else if (text.size() == std::string_view("2026-07-31").size()) {
        year = take_digits(text, year_digits);
        if (drop(text, '-')) month = take_digits(text, 2);
        if (drop(text, '-') && text.size() == 2) day = take_digits(text, 2);
    }
    if (day < 0 || month < 0 || year < 0 || !text.empty()) {
        return unexpected(
            Message{style == DateStyle::french ? "record.not_a_french_date" : "record.not_an_iso_date"});
    }
    const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return unexpected(Message{"record.no_such_date"});
    if (year < first_year || year > last_year) return unexpected(Message{"record.year_out_of_range"});
    return number(std::chrono::sys_days{date}.time_since_epoch().count());
}

ParsedCell parse_time(std::string_view text) {
    const auto instant = parse_instant(text);
    if (!instant) return unexpected(Message{"record.not_an_instant"});
    const Date date{std::chrono::floor<std::chrono::days>(*instant)};
    const int year = static_cast<int>(date.year());
    if (year < first_year || year > last_year) return unexpected(Message{"record.year_out_of_range"});
    return number(instant->time_since_epoch().count());
}

ParsedCell parse_flag(std::string_view text) {
    const auto says = [text](std::string_view word) { return std::ranges::equal(text, word, {}, lower); };
    if (says("true") || says("oui") || says("1")) return number(1);
    if (says("false") || says("non") || says("0")) return number(0);
    return unexpected(Message{"record.not_a_boolean"});
}

Message unknown_code(std::string_view text, const column::Field& field) {
    std::vector<std::string> known;
    for (const column::Code& code : field.codes) known.push_back(code.name);
    if (auto near = nearest_name(text, known))
        return {"record.unknown_code", {{"nearest", std::move(*near)}}};
    const bool more = known.size() > codes_shown;
    known.resize(std::min(known.size(), codes_shown));
    return {"record.unknown_code_among",
            {{"names", fmt::format("{}{}", fmt::join(known, ", "), more ? ", …" : "")}}};
}

ParsedCell parse_code(std::string_view text, const column::Field& field) {
    const auto found = std::ranges::find(field.codes, text, &column::Code::name);
    if (found == field.codes.end()) return unexpected(unknown_code(text, field));
    return number(found - field.codes.begin());
}

// Without spaces and in capitals, so that one account has one hash however it was typed.
ParsedCell parse_secret(std::string_view text, const HashKey& key) {
    std::array<char, greatest_secret> plain{};
    std::size_t length = 0;
    while (!text.empty()) {
        if (const std::size_t space = space_length(text); space > 0) {
            text.remove_prefix(space);
            continue;
        }
        if (length == plain.size()) {
            return unexpected(Message{"record.value_too_long", {{"limit", std::int64_t{greatest_secret}}}});
        }
        const char c = text.front();
        plain[length++] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        text.remove_prefix(1);
    }
    return number(std::bit_cast<std::int64_t>(keyed_hash(key, {plain.data(), length})));
}

ParsedCell parse_hash(std::string_view text) {
    std::uint64_t hash = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), hash, 16);
    if (text.size() != 16 || fault != std::errc{} || end != text.data() + text.size()) {
        return unexpected(Message{"record.not_a_hash"});
    }
    return number(std::bit_cast<std::int64_t>(hash));
}

ParsedCell in_slot(tl::expected<std::int64_t, Message> value) {
    if (!value) return unexpected(std::move(value.error()));
    return number(*value);
}

}  // namespace

ParsedCell parse_value(std::string_view cell, const column::Field& field, const Dialect& dialect,
                   const HashKey& secrets) {
    switch (field.type) {
        case column::Type::boolean: return parse_flag(cell);
        case column::Type::integer: return in_slot(parse_integer_cell(cell));
        case column::Type::decimal: return in_slot(parse_decimal_cell(cell, field.decimals, dialect.decimal));
        case column::Type::duration: return in_slot(parse_integer_cell(cell));
        case column::Type::money: return in_slot(parse_amount_cell(cell, field.currency, dialect.decimal));
        case column::Type::date: return parse_day(cell, dialect.dates);
        case column::Type::time: return parse_time(cell);
        case column::Type::code: return parse_code(cell, field);
        case column::Type::secret: return dialect.hashed ? parse_hash(cell) : parse_secret(cell, secrets);
        case column::Type::text:
        case column::Type::list: break;
    }
    return column::Slot{true, 0, cell};
}

}  // namespace cadran::record
