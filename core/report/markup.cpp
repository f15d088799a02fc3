// SPDX-License-Identifier: Apache-2.0
#include "report/markup.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::report {

namespace {

constexpr std::string_view replacement = "\uFFFD";
constexpr std::size_t longest_sequence = 4;

// The bytes of the character at the start, which is not ASCII; none where they are not UTF-8.
std::string_view character_at_start(std::string_view text) {
    for (std::size_t length = 2; length <= std::min(longest_sequence, text.size()); ++length) {
        if (is_utf8(text.substr(0, length))) return text.substr(0, length);
    }
    return {};
}

std::string_view printable_ascii(const char& byte) {
    const bool space = byte == '\t' || byte == '\n' || byte == '\r';
    if (!space && (byte < 0x20 || byte == 0x7F)) return replacement;
    return {&byte, 1};
}

std::string_view escaped_ascii(const char& byte) {
    switch (byte) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\r': return "&#13;";
        default: return printable_ascii(byte);
    }
}

// Characters beyond ASCII as they are where XML can carry them, the others as `ascii` says.
std::string cleaned(std::string_view text, std::string_view (*ascii)(const char&)) {
    std::string safe;
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            safe += ascii(text.front());
            text.remove_prefix(1);
            continue;
        }
        const std::string_view character = character_at_start(text);
        const bool refused = character.empty() || character == "\uFFFE" || character == "\uFFFF";
        safe += refused ? replacement : character;
        text.remove_prefix(std::max<std::size_t>(1, character.size()));
    }
    return safe;
}

}  // namespace

std::string escaped(std::string_view text) {
    return cleaned(text, escaped_ascii);
}

std::string printable(std::string_view text) {
    return cleaned(text, printable_ascii);
}

}  // namespace cadran::report
