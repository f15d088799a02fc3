// SPDX-License-Identifier: Apache-2.0
#include "script/code_tokens.h"

#include <algorithm>
#include <string>

namespace cadran::script {

namespace {

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Behind the first occurrence; the end where there is none.
std::size_t behind(std::string_view text, std::string_view what, std::size_t from) {
    const auto found = text.find(what, from);
    return found == std::string_view::npos ? text.size() : found + what.size();
}

// The length of `[==[ … ]==]` at the beginning of the text; 0 where no long bracket opens.
std::size_t long_bracket(std::string_view text) {
    if (!text.starts_with('[')) return 0;
    const auto second = text.find_first_not_of('=', 1);
    if (second == std::string_view::npos || text[second] != '[') return 0;
    return behind(text, "]" + std::string(second - 1, '=') + "]", second + 1);
}

std::size_t quoted(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && text[end] != text[0]) end += text[end] == '\\' ? 2U : 1U;
    return std::min(end + 1, text.size());
}

std::size_t comment(std::string_view text) {
    if (!text.starts_with("--")) return 0;
    if (const std::size_t length = long_bracket(text.substr(2))) return length + 2;
    return behind(text, "\n", 0);
}

std::size_t token(std::string_view text) {
    if (text[0] == '"' || text[0] == '\'') return quoted(text);
    if (const std::size_t length = long_bracket(text)) return length;
    if (!is_word(text[0])) return 1;
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_word) - text.begin());
}

}  // namespace

std::vector<CodeToken> code_tokens(std::string_view source) {
    std::vector<CodeToken> tokens;
    int line = 1;
    while (!source.empty()) {
        std::size_t length = is_space(source[0]) ? 1 : comment(source);
        if (length == 0) {
            length = token(source);
            tokens.push_back({source.substr(0, length), line});
        }
        line += static_cast<int>(std::ranges::count(source.substr(0, length), '\n'));
        source.remove_prefix(length);
    }
    return tokens;
}

}  // namespace cadran::script
