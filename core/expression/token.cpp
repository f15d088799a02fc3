// SPDX-License-Identifier: Apache-2.0
#include "expression/token.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::expression {

namespace {

constexpr std::array<std::string_view, 12> reserved_words{
    "and", "or", "not", "between", "in", "is", "missing", "starts", "with", "on", "true", "false"};

// Longer signs first.
constexpr std::array<std::string_view, 13> signs{"<>", "<=", ">=", "=", "<", ">", "(",
                                                 ")",  ",",  ".",  "+", "-", "*"};

// What people write out of habit, and what the language says instead.
struct Habit {
    std::string_view written;
    std::string_view meant;
};
constexpr std::array habits{
    Habit{"==", "="},      Habit{"!=", "<>"},     Habit{"!", "not"},     Habit{"&&", "and"},
    Habit{"||", "or"},     Habit{"\"", "'"},      Habit{"\u2018", "'"},  Habit{"\u2019", "'"},
    Habit{"\u201c", "'"},  Habit{"\u201d", "'"},  Habit{"\u00ab", "'"},  Habit{"\u00bb", "'"},
    Habit{"\u2264", "<="}, Habit{"\u2265", ">="}, Habit{"\u2260", "<>"}, Habit{"\u20ac", "EUR"}};

// Editors put the no-break ones in by themselves.
constexpr std::array<std::string_view, 6> spaces{" ", "\t", "\n", "\r", "\u00a0", "\u202f"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Bytes of the letter at the start of the text; 0 where none stands there. Letters are those of Latin
// alphabets.
std::size_t letter_length(std::string_view text) {
    if (text.empty()) return 0;
    const char c = text.front();
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return 1;
    if (text.starts_with("\u00d7") || text.starts_with("\u00f7")) return 0;
    const auto lead = static_cast<unsigned char>(c);
    return lead >= 0xC3 && lead <= 0xC8 ? 2 : 0;
}

std::size_t word_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
        const std::size_t letter = letter_length(text.substr(length));
        if (letter == 0 && (length == 0 || !is_digit(text[length]))) break;
        length += std::max<std::size_t>(letter, 1);
    }
    return length;
}

std::size_t digits_length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

// With the quotes; a doubled quote inside stands for one. 0 where the closing quote is missing.
std::size_t quoted_length(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] != '\'') continue;
        if (i + 1 == text.size() || text[i + 1] != '\'') return i + 1;
        ++i;
    }
    return 0;
}

// A character as people can see it.
std::string visible(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x20 || lead == 0x7F) return fmt::format("U+{:04X}", lead);
    const auto next = std::ranges::find_if(
        text.substr(1), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return std::string(text.begin(), next);
}

class Lexer {
  public:
    Lexer(const Clause& clause, Diagnostics& diagnostics)
        : clause_(clause), text_(clause.text), diagnostics_(diagnostics) {}

    std::optional<std::vector<Token>> run() {
        while (skip_spaces(), position_ < text_.size()) {
            if (!next()) return {};
        }
        position_ = tokens_.empty() ? 0 : tokens_.back().offset + tokens_.back().text.size();
        take(Token::Kind::end, 0);
        return std::move(tokens_);
    }

  private:
    std::string_view rest() const { return text_.substr(position_); }

    void skip_spaces() {
        for (bool found = true; found;) {
            found = false;
            for (const std::string_view space : spaces) {
                if (!rest().starts_with(space)) continue;
                position_ += space.size();
                found = true;
            }
        }
    }

    bool take(Token::Kind kind, std::size_t length) {
        tokens_.push_back({kind, position_, text_.substr(position_, length)});
        position_ += length;
        return true;
    }

    bool fail(Message what, std::optional<Message> hint = {}) {
        diagnostics_.push_back({place_at(clause_, position_), std::move(what), std::move(hint)});
        return false;
    }

    bool next() {
        if (const std::size_t length = word_length(rest()); length != 0)
            return take(Token::Kind::word, length);
        if (is_digit(rest().front())) return number();
        if (rest().front() == '\'') return quoted();
        for (const Habit& habit : habits) {
            if (rest().starts_with(habit.written)) {
                return fail({"expression.unknown_character", {{"character", std::string(habit.written)}}},
                            Message{"expression.write_instead", {{"text", std::string(habit.meant)}}});
            }
        }
        for (const std::string_view sign : signs) {
            if (rest().starts_with(sign)) return take(Token::Kind::sign, sign.size());
        }
        return fail({"expression.unknown_character", {{"character", visible(rest())}}});
    }

    bool number() {
        std::size_t length = digits_length(rest());
        const auto follows = [&](char sign) {
            return rest().size() > length + 1 && rest()[length] == sign && is_digit(rest()[length + 1]);
        };
        if (length == 4 && follows('-')) return date();
        if (follows('.')) length += 1 + digits_length(rest().substr(length + 1));
        if (const std::size_t unit = word_length(rest().substr(length)); unit != 0) {
            const std::string_view number = rest().substr(0, length);
            return fail(
                {"expression.malformed_number", {{"text", std::string(rest().substr(0, length + unit))}}},
                Message{"expression.write_instead",
                        {{"text", fmt::format("{} {}", number, rest().substr(length, unit))}}});
        }
        return take(Token::Kind::number, length);
    }

    bool date() {
        const auto end = std::ranges::find_if_not(rest(), [](char c) { return is_digit(c) || c == '-'; });
        const auto length = static_cast<std::size_t>(end - rest().begin());
        if (parse_date(rest().substr(0, length))) return take(Token::Kind::date, length);
        return fail({"expression.malformed_date", {{"text", std::string(rest().substr(0, length))}}},
                    Message{"expression.date_form"});
    }

    bool quoted() {
        const std::size_t length = quoted_length(rest());
        if (length == 0) return fail({"expression.unterminated_text"}, Message{"expression.close_text"});
        if (length == 2) return fail({"expression.empty_text"}, Message{"expression.say_is_missing"});
        return take(Token::Kind::text, length);
    }

    const Clause& clause_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::size_t position_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::optional<std::vector<Token>> tokens_of(const Clause& clause, Diagnostics& diagnostics) {
    if (clause.text.size() > greatest_clause) {
        const auto limit = static_cast<std::int64_t>(greatest_clause >> 10);
        diagnostics.push_back({clause.place, {"expression.too_long", {{"limit", limit}}}});
        return {};
    }
    if (!is_utf8(clause.text)) {
        diagnostics.push_back({clause.place, {"expression.not_utf8"}});
        return {};
    }
    return Lexer(clause, diagnostics).run();
}

bool is_name(std::string_view text) {
    return is_utf8(text) && !text.empty() && word_length(text) == text.size() && !is_reserved(text);
}

bool is_reserved(std::string_view word) {
    return std::ranges::find(reserved_words, word) != reserved_words.end();
}

}  // namespace cadran::expression
