// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <numeric>

#include <fmt/format.h>

namespace cadran {

namespace {

// Bytes of the sequence that starts with this one; 0 where none may.
int sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

// The second byte alone decides whether a sequence is overlong, a surrogate or too large.
bool second_byte_fits(unsigned char lead, unsigned char second) {
    switch (lead) {
        case 0xE0: return second >= 0xA0;
        case 0xED: return second <= 0x9F;
        case 0xF0: return second >= 0x90;
        case 0xF4: return second <= 0x8F;
        default: return true;
    }
}

// How many of the first bytes are ASCII for certain: up to one that is not, or the last seven.
std::size_t ascii_ahead(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::size_t length = 0;
    for (std::uint64_t word = 0; length + sizeof word <= bytes.size(); length += sizeof word) {
        std::memcpy(&word, bytes.data() + length, sizeof word);
        const std::uint64_t others = word & high_bits;
        static_assert(std::endian::native == std::endian::little);
        if (others != 0) return length + static_cast<std::size_t>(std::countr_zero(others)) / 8;
    }
    return length;
}

// Levenshtein's distance, row by row.
// Letters to change, add, leave out or put in the other order: the commonest slip of fingers counts once.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        next[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            next[j + 1] = std::min({row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1)});
            const bool swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
            if (swapped) next[j + 1] = std::min(next[j + 1], before[j - 1] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return row[b.size()];
}

// The letters of ASCII that U+00C0 to U+017F stand for, from 0; a space for what is no letter.
std::string latin_letters(std::size_t index) {
    static constexpr std::string_view latin =
        "aaaaaa*ceeeeiiiidnooooo ouuuuyt*aaaaaa*ceeeeiiiidnooooo ouuuuyty"
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
        "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    switch (index) {
        case 0x06:
        case 0x26: return "ae";
        case 0x1F: return "ss";
        case 0x72:
        case 0x73: return "ij";
        case 0x92:
        case 0x93: return "oe";
        default: return std::string(1, latin[index]);
    }
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) {
            i += std::max<std::size_t>(ascii_ahead(bytes.substr(i)), 1);
            continue;
        }
        const int length = sequence_length(lead);
        // As nearly all of them are.
        if (length == 2 && i + 1 < bytes.size() && continues_character(bytes[i + 1])) {
            i += 2;
            continue;
        }
        if (length == 0 || i + static_cast<std::size_t>(length) > bytes.size()) return false;
        for (int k = 1; k < length; ++k) {
            const char byte = bytes[i + static_cast<std::size_t>(k)];
            if (!continues_character(byte) ||
                (k == 1 && !second_byte_fits(lead, static_cast<unsigned char>(byte))))
                return false;
        }
        i += static_cast<std::size_t>(length);
    }
    return true;
}

int length_in_characters(std::string_view utf8) {
    return static_cast<int>(std::ranges::count_if(utf8, [](char c) { return !continues_character(c); }));
}

std::optional<std::string> nearest_name(std::string_view typed, std::span<const std::string> known) {
    std::optional<std::string> nearest;
    std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (const std::string& name : known) {
        if (std::max(typed.size(), name.size()) - std::min(typed.size(), name.size()) >= least) continue;
        const std::size_t distance = edit_distance(typed, name);
        if (distance < least) {
            least = distance;
            nearest = name;
        }
    }
    return nearest;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

bool is_blank(std::string_view text) {
    return trimmed(text).empty() || !is_utf8(text);
}

std::string folded(std::string_view utf8) {
    std::string words;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        const bool combining = byte == 0xCC || byte == 0xCD;
        std::string letters;
        if (byte < 0x80)
            letters = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : utf8[i];
        else if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < utf8.size())
            letters = latin_letters(static_cast<std::size_t>((byte - 0xC3) * 64 + (utf8[i + 1] & 0x3F)));
        if (byte >= 0xC2 && byte < 0xE0) ++i;
        if (combining) continue;
        const bool plain = !letters.empty() && ((letters[0] >= 'a' && letters[0] <= 'z') ||
                                                (letters[0] >= '0' && letters[0] <= '9'));
        if (plain)
            words += letters;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~").find(c) != std::string_view::npos;
        if (plain)
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

void append_ordered(std::string& bytes, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFFU);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<std::int64_t> parse_integer(std::string_view digits) {
    std::int64_t value = 0;
    if (digits.empty() || digits.front() == '-') return {};
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault != std::errc{} || end != digits.data() + digits.size()) return {};
    return value;
}

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
    const auto year = parse_integer(iso.substr(0, 4));
    const auto month = parse_integer(iso.substr(5, 2));
    const auto day = parse_integer(iso.substr(8, 2));
    if (!year || !month || !day) return {};
    const Date date{std::chrono::year(static_cast<int>(*year)),
                    std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return {};
    return date;
}

std::string iso_text(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace cadran
