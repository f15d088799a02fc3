// SPDX-License-Identifier: Apache-2.0
#include "record/reject_text.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::record {

namespace {

constexpr int characters_shown = 80;
constexpr int lines_shown = 10;
constexpr std::size_t longest_character = 4;
constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view replacement = "\uFFFD";

// Bytes of the character at the front; 0 where it is not UTF-8.
std::size_t character_length(std::string_view bytes) {
    for (std::size_t length = 1; length <= std::min(longest_character, bytes.size()); ++length) {
        if (is_utf8(bytes.substr(0, length))) return length;
    }
    return 0;
}

bool is_control(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return first < 0x20 || first == 0x7F;
    return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
}

}  // namespace

std::string printable(std::string_view bytes) {
    std::string text;
    for (int characters = 0; !bytes.empty(); ++characters) {
        if (characters == characters_shown) return text.append(ellipsis);
        const std::size_t length = character_length(bytes);
        const std::string_view character = bytes.substr(0, std::max<std::size_t>(length, 1));
        text += length == 0 || is_control(character) ? replacement : character;
        bytes.remove_prefix(character.size());
    }
    return text;
}

std::string shown(std::string_view cell, const column::Field& field) {
    return field.type == column::Type::secret ? "(secret)" : printable(cell);
}

std::string other_lines(std::span<const std::int64_t> lines, std::int64_t line) {
    std::string text;
    int count = 0;
    for (const std::int64_t other : lines) {
        if (other == line) continue;
        if (count > 0) text += ", ";
        if (count++ == lines_shown) return text.append(ellipsis);
        text += std::to_string(other);
    }
    return text;
}

}  // namespace cadran::record
