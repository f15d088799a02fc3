// SPDX-License-Identifier: Apache-2.0
#include "report/line_breaking.h"

#include "base/text.h"

namespace cadran::report {

namespace {

// Shares of the size, after DejaVu Sans, the widest of the common typefaces.
double width_of(unsigned char first_byte) {
    constexpr std::string_view narrow = " ijlfrtI.,:;!'|()[]-";
    constexpr std::string_view broad = "mwMW@%&";
    const char letter = static_cast<char>(first_byte);
    if (narrow.find(letter) != std::string_view::npos) return 0.41;
    if (broad.find(letter) != std::string_view::npos) return 0.98;
    if (letter >= 'A' && letter <= 'Z') return 0.75;
    return first_byte < 0xE0 ? 0.64 : 1.0;
}

bool starts_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// Bytes of the longest start that fits; at least one character.
std::size_t fitting(std::string_view word, double width, double size) {
    double used = 0;
    std::size_t at = 0;
    while (at < word.size()) {
        used += width_of(static_cast<unsigned char>(word[at])) * size;
        if (used > width && at > 0) return at;
        for (++at; at < word.size() && !starts_character(word[at]);) ++at;
    }
    return at;
}

}  // namespace

double estimated_width(std::string_view text, double size) {
    double width = 0;
    for (const char byte : text) {
        if (starts_character(byte)) width += width_of(static_cast<unsigned char>(byte)) * size;
    }
    return width;
}

std::vector<std::string> broken_lines(std::string_view text, double width, double size) {
    std::vector<std::string> lines{""};
    for (std::string_view word : split(text, ' ')) {
        const std::string candidate = lines.back() + (lines.back().empty() ? "" : " ") + std::string(word);
        if (estimated_width(candidate, size) <= width) {
            lines.back() = candidate;
            continue;
        }
        if (!lines.back().empty()) lines.emplace_back();
        while (estimated_width(word, size) > width) {
            const std::size_t length = fitting(word, width, size);
            lines.back() = word.substr(0, length);
            lines.emplace_back();
            word.remove_prefix(length);
        }
        lines.back() = word;
    }
    return lines;
}

}  // namespace cadran::report
