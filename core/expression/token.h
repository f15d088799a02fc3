// SPDX-License-Identifier: Apache-2.0
// The words, numbers and signs of a clause.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "expression/clause.h"

namespace cadran::expression {

inline constexpr std::size_t greatest_clause = std::size_t{16} << 10;  // bytes

struct Token {
    enum class Kind { word, number, date, text, sign, end };

    Kind kind = Kind::end;
    std::size_t offset = 0;  // in bytes
    std::string_view
        text;  // as written, a text with its quotes; empty at the end, which follows the last token

    bool is(std::string_view word_or_sign) const {
        return (kind == Kind::word || kind == Kind::sign) && text == word_or_sign;
    }
};

// The tokens, the last one of kind `end`; they view the clause's text. None after the first fault, which is
// told.
std::optional<std::vector<Token>> tokens_of(const Clause& clause, Diagnostics& diagnostics);

// Whether that text is one word that names something: not a word of the language itself.
bool is_name(std::string_view text);

bool is_reserved(std::string_view word);

}  // namespace cadran::expression
