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

std::string_view escaped_ascii(const char& byte) {
    switch (byte) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\r': return "&#13;";
        case '\t':
        case '\n': return {&byte, 1};
        default: return byte < 0x20 || byte == 0x7F ? replacement : std::string_view{&byte, 1};
    }
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            safe += escaped_ascii(text.front());
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

}  // namespace cadran::report
