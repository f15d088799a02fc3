// SPDX-License-Identifier: Apache-2.0
#include "script/line_coverage.h"

#include <algorithm>
#include <array>
#include <span>

#include "script/code_tokens.h"

namespace cadran::script {

namespace {

bool opens_block(std::string_view token) {
    return token == "function" || token == "do" || token == "if" || token == "repeat";
}

bool closes_block(std::string_view token) {
    return token == "end" || token == "until";
}

// The tokens from `function` to its end.
std::span<const CodeToken> function_at(std::span<const CodeToken> tokens) {
    int open = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (opens_block(tokens[i].text)) ++open;
        if (closes_block(tokens[i].text) && --open == 0) return tokens.first(i + 1);
    }
    return tokens;
}

// Whether a line of such tokens alone does nothing.
bool is_idle(std::string_view token) {
    constexpr std::array<std::string_view, 7> idle{"end", "else", ")", "}", "]", ",", ";"};
    return std::ranges::find(idle, token) != idle.end();
}

std::set<int> lines_that_could_run(std::span<const CodeToken> function) {
    const int first = function.front().line;
    std::set<int> lines;
    for (const CodeToken& token : function) {
        if (token.line > first && !is_idle(token.text)) lines.insert(token.line);
    }
    if (lines.empty()) lines.insert(first);
    return lines;
}

}  // namespace

CoveredLines covered_lines(const LineCoverage& coverage, std::string_view source) {
    const std::vector<CodeToken> tokens = code_tokens(source);
    std::set<int> all, never;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].text != "function") continue;
        const auto function = function_at(std::span(tokens).subspan(i));
        const auto called = coverage.functions.find(tokens[i].line);
        if (called == coverage.functions.end()) {
            const std::set<int> lines = lines_that_could_run(function);
            all.insert(lines.begin(), lines.end());
            never.insert(lines.begin(), lines.end());
            i += function.size() - 1;
            continue;
        }
        // Lua also gives lines to returns that nothing comes to: behind a call, and at the end of a function.
        const std::set<int> meaningful = lines_that_could_run(function);
        for (const int line : called->second) {
            if (!meaningful.contains(line)) continue;
            all.insert(line);
            if (!coverage.run.contains(line)) never.insert(line);
        }
    }
    return {{all.begin(), all.end()}, {never.begin(), never.end()}};
}

}  // namespace cadran::script
