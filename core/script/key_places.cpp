// SPDX-License-Identifier: Apache-2.0
#include "script/key_places.h"

#include <cctype>
#include <vector>

namespace cadran::script {

namespace {

struct Token {
    enum class Kind { name, text, symbol, end };
    Kind kind = Kind::end;
    std::string_view text;  // of a text, what is between the quotes
    int line = 0;
    int column = 0;  // of a text, of its first character inside the quotes

    bool is(std::string_view wanted) const { return kind != Kind::text && text == wanted; }
};

// The tokens of a source that Lua has already found to be well-formed. Numbers pass as names.
class Tokens {
  public:
    explicit Tokens(std::string_view source) : source_(source) {}

    Token next() {
        skip_blanks();
        if (at_ >= source_.size()) return {};
        const char c = source_[at_];
        if (c == '"' || c == '\'') return quoted(c);
        if (const std::size_t level = long_bracket()) return in_long_bracket(level);
        Token token{Token::Kind::symbol, {}, line_, column_};
        std::size_t size = 1;
        if (is_word(c)) {
            token.kind = Token::Kind::name;
            while (at_ + size < source_.size() && is_word(source_[at_ + size])) ++size;
        } else if (at_ + 1 < source_.size() && source_[at_ + 1] == '=' &&
                   std::string_view("=<>~").find(c) != std::string_view::npos) {
            size = 2;
        }
        token.text = advance(size);
        return token;
    }

  private:
    static bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

    std::string_view advance(std::size_t size) {
        const std::string_view passed = source_.substr(at_, size);
        for (const char c : passed) {
            if (c == '\n') {
                ++line_;
                column_ = 1;
            } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
                ++column_;
            }
        }
        at_ += passed.size();
        return passed;
    }

    void skip_blanks() {
        while (at_ < source_.size()) {
            if (std::isspace(static_cast<unsigned char>(source_[at_])) != 0) {
                advance(1);
            } else if (source_.substr(at_, 2) == "--") {
                advance(2);
                if (const std::size_t level = long_bracket())
                    in_long_bracket(level);
                else
                    advance(std::min(source_.find('\n', at_), source_.size()) - at_);
            } else {
                return;
            }
        }
    }

    // The length of `[[`, `[=[` … that starts here; 0 where none does.
    std::size_t long_bracket() const {
        if (source_.substr(at_, 1) != "[") return 0;
        const auto end = source_.find_first_not_of('=', at_ + 1);
        if (end == std::string_view::npos || source_[end] != '[') return 0;
        return end + 1 - at_;
    }

    Token in_long_bracket(std::size_t size) {
        advance(size);
        if (source_.substr(at_, 1) == "\n")
            advance(1);  // Lua leaves out a line break right behind the bracket
        Token token{Token::Kind::text, {}, line_, column_};
        const std::string closing = "]" + std::string(size - 2, '=') + "]";
        token.text = advance(std::min(source_.find(closing, at_), source_.size()) - at_);
        advance(size);
        return token;
    }

    Token quoted(char quote) {
        advance(1);
        Token token{Token::Kind::text, {}, line_, column_};
        std::size_t size = 0;
        while (at_ + size < source_.size() && source_[at_ + size] != quote)
            size += source_[at_ + size] == '\\' ? 2U : 1U;
        token.text = advance(size);
        advance(1);
        return token;
    }

    std::string_view source_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
};

}  // namespace

class KeyPlaces::Reader {
  public:
    Reader(KeyPlaces& places, const std::string& file, std::string_view source)
        : places_(places), file_(file), tokens_(source), now_(tokens_.next()), next_(tokens_.next()) {}

    void read() {
        for (; now_.kind != Token::Kind::end; advance()) {
            if (!in_function()) read_token();
        }
    }

  private:
    struct Table {
        std::string path;
        std::string item;  // path of the item that is being read
        int index = 0;     // of the last item without a name
        int parentheses = 0;
        bool at_start_of_item = true;
    };

    void advance() {
        now_ = next_;
        next_ = tokens_.next();
    }

    Place place(const Token& token) const { return {file_, token.line, token.column}; }

    // Blocks are passed over: what is assigned in a judge is no key.
    bool in_function() {
        for (const char* opening : {"function", "if", "do", "repeat"}) blocks_ += now_.is(opening) ? 1 : 0;
        if (blocks_ == 0) return false;
        if (now_.is("end") || now_.is("until")) --blocks_;
        return true;
    }

    void read_token() {
        if (now_.is("{")) return open();
        if (tables_.empty()) return;
        Table& table = tables_.back();
        if (now_.is("}")) {
            tables_.pop_back();
        } else if (table.at_start_of_item) {
            start_item(table);
        } else if (now_.is("(")) {
            ++table.parentheses;
        } else if (now_.is(")")) {
            --table.parentheses;
        } else if (table.parentheses == 0 && (now_.is(",") || now_.is(";"))) {
            table.at_start_of_item = true;
        }
    }

    void open() {
        if (tables_.empty()) {
            places_.keys_.clear();
            places_.texts_.clear();
            tables_.push_back({});
            return;
        }
        Table& table = tables_.back();
        if (table.at_start_of_item) start_unnamed(table);
        tables_.push_back({table.item, {}});
    }

    void start_item(Table& table) {
        const Token first = now_;
        if (first.is("[") && next_.kind == Token::Kind::text) {
            const Token name = next_;
            advance();
            advance();  // now at the closing bracket
            if (next_.is("=")) return start_named(table, name.text, first);
        } else if (first.kind == Token::Kind::name && next_.is("=")) {
            return start_named(table, first.text, first);
        }
        start_unnamed(table);
    }

    void start_named(Table& table, std::string_view name, const Token& first) {
        table.item = (table.path.empty() ? "" : table.path + ".") + std::string(name);
        table.at_start_of_item = false;
        places_.keys_.emplace(table.item, place(first));
        advance();  // now at the equals sign
        if (next_.kind == Token::Kind::text) places_.texts_.emplace(table.item, place(next_));
    }

    void start_unnamed(Table& table) {
        table.item = table.path + "[" + std::to_string(++table.index) + "]";
        table.at_start_of_item = false;
        table.parentheses = now_.is("(") ? 1 : 0;
        places_.keys_.emplace(table.item, place(now_));
    }

    KeyPlaces& places_;
    const std::string& file_;
    Tokens tokens_;
    Token now_;
    Token next_;
    std::vector<Table> tables_;
    int blocks_ = 0;
};

KeyPlaces::KeyPlaces(const std::string& file, std::string_view source) {
    Reader(*this, file, source).read();
}

std::optional<Place> KeyPlaces::find(const Places& places, const std::string& path) {
    const auto found = places.find(path);
    if (found == places.end()) return {};
    return found->second;
}

}  // namespace cadran::script
