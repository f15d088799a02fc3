// SPDX-License-Identifier: Apache-2.0
#include "format/encoding.h"

#include <algorithm>
#include <array>

namespace cadran::format {

namespace {

constexpr std::array<std::pair<Encoding, std::string_view>, 4> names{
    {{Encoding::utf8, "UTF-8"},
     {Encoding::windows_1252, "Windows-1252"},
     {Encoding::utf16_le, "UTF-16LE"},
     {Encoding::utf16_be, "UTF-16BE"}}};

// Windows-1252 from 0x80 to 0x9F; the five bytes without a character stay the control characters they are in
// Latin-1 (WHATWG Encoding Standard).
constexpr std::array<char16_t, 32> windows_1252_high{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool is_high_surrogate(unsigned unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(unsigned unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

void append_continuation(std::string& utf8, unsigned bits) {
    utf8 += static_cast<char>(0x80 | (bits & 0x3F));
}

void append_character(std::string& utf8, unsigned character) {
    if (character < 0x80) {
        utf8 += static_cast<char>(character);
    } else if (character < 0x800) {
        utf8 += static_cast<char>(0xC0 | (character >> 6));
        append_continuation(utf8, character);
    } else if (character < 0x10000) {
        utf8 += static_cast<char>(0xE0 | (character >> 12));
        append_continuation(utf8, character >> 6);
        append_continuation(utf8, character);
    } else {
        utf8 += static_cast<char>(0xF0 | (character >> 18));
        append_continuation(utf8, character >> 12);
        append_continuation(utf8, character >> 6);
        append_continuation(utf8, character);
    }
}

bool same_name(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(left, right, {}, lower, lower);
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
    return std::ranges::find(names, encoding, &std::pair<Encoding, std::string_view>::first)->second;
}

std::optional<Encoding> parse_encoding(std::string_view name) {
    for (const auto& [encoding, known] : names) {
        if (same_name(known, name)) return encoding;
    }
    return {};
}

void append_windows_1252(std::string& utf8, std::string_view bytes) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_character(utf8, byte >= 0x80 && byte < 0xA0 ? windows_1252_high[byte - 0x80] : byte);
    }
}

void Utf16Decoder::append(std::string& utf8, std::string_view bytes) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (!half_) {
            half_ = byte;
            continue;
        }
        const unsigned first = *half_;
        half_.reset();
        append_unit(utf8, big_endian_ ? first << 8 | byte : static_cast<unsigned>(byte) << 8 | first);
    }
}

void Utf16Decoder::append_unit(std::string& utf8, unsigned unit) {
    if (high_) {
        const unsigned high = *high_;
        high_.reset();
        if (is_low_surrogate(unit)) {
            append_character(utf8, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            return;
        }
        append_character(utf8, high);
    }
    if (is_high_surrogate(unit))
        high_ = unit;
    else
        append_character(utf8, unit);
}

}  // namespace cadran::format
