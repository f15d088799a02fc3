// SPDX-License-Identifier: Apache-2.0
// Small questions about text: is it UTF-8, which known name is nearest, which date does it say.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace cadran {

// What some programs put before UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

// Whether the byte is a further one of a character in UTF-8.
inline bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Code points in valid UTF-8; for columns of diagnostics and widths of tables.
int length_in_characters(std::string_view utf8);

// The known name that a mistyped one was most likely meant to be; none where nothing is near
// (more than a third of the letters differ).
std::optional<std::string> nearest_name(std::string_view typed, std::span<const std::string> known);

// Without the white space of ASCII at both ends.
std::string_view trimmed(std::string_view text);
// False where there surely is nothing to trim, as of nearly all cells.
inline bool has_white_ends(std::string_view text) {
    return !text.empty() && (text.front() <= ' ' || text.back() <= ' ');
}

// Says nothing to anybody: white space alone, or not UTF-8.
bool is_blank(std::string_view text);

// What two writings of the same words have in common: lower-case letters of ASCII and digits, without
// accents, words parted by one space. `Échéance (date)` and `echeance date` are the same.
std::string folded(std::string_view utf8);

// `a%20b`: as one part of a path or one value of a query; all but what is unreserved in hexadecimal digits
// (RFC 3986, section 2.3).
std::string percent_encoded(std::string_view text);

// Eight bytes that are in the order of the numbers.
void append_ordered(std::string& bytes, std::uint64_t number);

std::vector<std::string_view> split(std::string_view text, char separator);

// Digits only, no sign, no spaces; none on overflow.
std::optional<std::int64_t> parse_integer(std::string_view digits);

// `2026-07-31`; the day must exist.
std::optional<Date> parse_date(std::string_view iso);
std::string iso_text(Date date);

}  // namespace cadran
