// SPDX-License-Identifier: Apache-2.0
#include "expression/parser.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "expression/token.h"
#include "expression/typing.h"

namespace cadran::expression {

using column::Type;

namespace {

constexpr std::array<std::pair<std::string_view, Operator>, 6> operators{{{"=", Operator::equal},
                                                                          {"<>", Operator::different},
                                                                          {"<", Operator::less},
                                                                          {"<=", Operator::at_most},
                                                                          {">", Operator::greater},
                                                                          {">=", Operator::at_least}}};

std::optional<Operator> operator_of(const Token& token) {
    for (const auto& [sign, op] : operators) {
        if (token.is(sign)) return op;
    }
    return {};
}

bool starts_comparison(const Token& token) {
    return operator_of(token) || token.is("between") || token.is("in") || token.is("is") ||
           token.is("starts");
}

std::string lower_case(std::string_view text) {
    std::string lower;
    for (const char c : text) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

// A word that may follow a number; one of the language, whatever its case, never does.
bool is_unit(const Token& token) {
    return token.kind == Token::Kind::word && !is_reserved(lower_case(token.text));
}

bool is_currency(const Token& token) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return is_unit(token) && token.text.size() == 3 && std::ranges::all_of(token.text, is_capital);
}

std::string unquoted(std::string_view quoted) {
    std::string text;
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
        text += quoted[i];
        if (quoted[i] == '\'') ++i;
    }
    return text;
}

std::optional<Money> amount(const Decimal& number, std::string_view currency) {
    Money money{number.units, {}};
    std::ranges::copy(currency, money.currency.code);
    for (int scale = number.scale; scale < 2; ++scale) {
        if (__builtin_mul_overflow(money.cents, 10, &money.cents)) return {};
    }
    return money;
}

// The word of the language that a mistyped one was meant to be, whatever its case.
std::optional<Message> nearest_word(std::string_view typed, std::span<const std::string> known) {
    const auto nearest = nearest_name(lower_case(typed), known);
    if (!nearest) return {};
    return Message{"expression.did_you_mean", {{"name", *nearest}}};
}

// Recursive descent, a function for each rule. A function that fails has told why and gives nothing; its
// callers give up with it.
class Parser {
  public:
    Parser(const Clause& clause, std::vector<Token> tokens, const Names& names, Diagnostics& diagnostics)
        : clause_(clause),
          tokens_(std::move(tokens)),
          diagnostics_(diagnostics),
          typing_(clause, names, diagnostics) {}

    std::optional<Node> whole_condition() {
        auto node = condition();
        if (node && !at_end()) return fail_behind();
        return node;
    }

    // Empty where none stands there.
    std::string_view joined_type() {
        if (token().kind != Token::Kind::word) {
            fail_expected("expression.type_expected", "expression.type_expected_at_end",
                          Message{"expression.join_form"});
            return {};
        }
        const std::string_view type = token().text;
        advance();
        return type;
    }

    // Of the last source of the names.
    std::vector<Equality> key() {
        std::vector<Equality> key;
        if (!expect("on")) return key;
        do {
            const auto left = value();
            if (!left || !expect("=")) return key;
            const auto right = value();
            if (!right) return key;
            if (auto equality = typing_.equality(*left, *right)) key.push_back(std::move(*equality));
        } while (accept("and"));
        if (!at_end()) {
            fail(token(), {"expression.join_end_expected", {{"found", std::string(token().text)}}});
        }
        return key;
    }

  private:
    const Token& token() const { return tokens_[position_]; }
    bool at_end() const { return token().kind == Token::Kind::end; }
    void advance() { ++position_; }

    bool accept(std::string_view text) {
        if (!token().is(text)) return false;
        advance();
        return true;
    }

    bool expect(std::string_view text) {
        if (accept(text)) return true;
        const std::string expected(text);
        const std::string found(token().text);
        fail(token(), at_end() ? Message{"expression.expected_at_end", {{"expected", expected}}}
                               : Message{"expression.expected", {{"expected", expected}, {"found", found}}});
        return false;
    }

    std::nullopt_t fail(const Token& at, Message what, std::optional<Message> hint = {}) {
        diagnostics_.push_back({place_at(clause_, at.offset), std::move(what), std::move(hint)});
        return std::nullopt;
    }

    std::nullopt_t fail_expected(std::string id, std::string id_at_end, std::optional<Message> hint = {}) {
        if (at_end()) return fail(token(), {std::move(id_at_end)}, std::move(hint));
        return fail(token(), {std::move(id), {{"found", std::string(token().text)}}}, std::move(hint));
    }

    // Something stands where a finished condition could only go on with `and` or `or`.
    std::nullopt_t fail_behind() {
        static const std::vector<std::string> known{"and", "or"};
        return fail(token(), {"expression.end_expected", {{"found", std::string(token().text)}}},
                    nearest_word(token().text, known));
    }

    bool descend() {
        if (++depth_ <= greatest_depth) return true;
        fail(token(), {"expression.too_deep", {{"limit", std::int64_t{greatest_depth}}}});
        return false;
    }

    std::optional<Node> condition() { return junction("or", &Parser::conjunction); }
    std::optional<Node> conjunction() { return junction("and", &Parser::negation); }

    std::optional<Node> junction(std::string_view word, std::optional<Node> (Parser::*part)()) {
        auto first = (this->*part)();
        if (!first || !token().is(word)) return first;
        Junction junction{word == "and"};
        junction.parts.push_back(std::move(*first));
        while (accept(word)) {
            auto next = (this->*part)();
            if (!next) return {};
            junction.parts.push_back(std::move(*next));
        }
        return Node{false, std::move(junction)};
    }

    std::optional<Node> negation() {
        if (!token().is("not")) return predicate();
        if (!descend()) return {};
        advance();
        auto inner = negation();
        if (!inner) return {};
        --depth_;
        inner->negated = !inner->negated;
        return inner;
    }

    std::optional<Node> predicate() {
        std::optional<Node> node;
        if (token().is("(")) {
            node = enclosed();
        } else if (const auto left = value()) {
            node = comparison(*left);
        }
        if (!node || !starts_comparison(token())) return node;
        return fail(token(), {"expression.chained"}, Message{"expression.say_and"});
    }

    std::optional<Node> enclosed() {
        if (!descend()) return {};
        advance();
        auto inner = condition();
        if (!inner || !expect(")")) return {};
        --depth_;
        return inner;
    }

    std::optional<Node> comparison(const Term& left) {
        const std::size_t sign = token().offset;
        if (const auto op = operator_of(token())) {
            advance();
            const auto right = value();
            if (!right) return {};
            return typing_.comparison(*op, sign, left, *right);
        }
        if (accept("between")) return between(sign, left);
        if (accept("in")) return membership(left);
        if (accept("is")) return absence(left);
        if (accept("starts")) return prefix(left);
        return fail_comparison(left);
    }

    std::nullopt_t fail_comparison(const Term& left) {
        static const std::vector<std::string> known{"between", "in", "is", "starts"};
        std::optional<Message> hint = nearest_word(token().text, known);
        if (token().is("not")) hint = Message{"expression.not_in_front", {{"value", std::string(left.text)}}};
        if (!hint) hint = Message{"expression.compare_it", {{"value", std::string(left.text)}}};
        return fail_expected("expression.comparison_expected", "expression.comparison_expected_at_end", hint);
    }

    std::optional<Node> between(std::size_t sign, const Term& left) {
        const auto low = value();
        if (!low || !expect("and")) return {};
        const auto high = value();
        if (!high) return {};
        return typing_.between(sign, left, *low, *high);
    }

    std::optional<Node> membership(const Term& left) {
        if (!expect("(")) return {};
        std::vector<Term> list;
        ++lists_;
        do {
            if (list.size() == greatest_list) {
                return fail(token(), {"expression.list_too_long",
                                      {{"limit", static_cast<std::int64_t>(greatest_list)}}});
            }
            const Token& start = token();
            auto element = value();
            if (!element) return {};
            if (!std::holds_alternative<LiteralTerm>(element->what)) {
                return fail(start, {"expression.literal_expected", {{"found", std::string(element->text)}}});
            }
            list.push_back(std::move(*element));
        } while (accept(","));
        if (!expect(")")) return {};
        --lists_;
        return typing_.membership(left, list);
    }

    std::optional<Node> absence(const Term& left) {
        const bool negated = accept("not");
        if (!expect("missing")) return {};
        Node node = typing_.absence(left);
        node.negated = negated;
        return node;
    }

    std::optional<Node> prefix(const Term& left) {
        if (!expect("with")) return {};
        const auto start = value();
        if (!start) return {};
        return typing_.prefix(left, *start);
    }

    std::optional<Term> value() {
        const Token& start = token();
        switch (start.kind) {
            case Token::Kind::number: return number();
            case Token::Kind::date: return literal(start, Type::date, *parse_date(start.text));
            case Token::Kind::text: return literal(start, Type::text, unquoted(start.text));
            case Token::Kind::word:
                if (start.is("true")) return literal(start, Type::boolean, true);
                if (start.is("false")) return literal(start, Type::boolean, false);
                if (!is_reserved(start.text)) return name();
                break;
            case Token::Kind::sign:
            case Token::Kind::end: break;
        }
        return fail_expected("expression.value_expected", "expression.value_expected_at_end");
    }

    // Reads the last token of the value.
    Term finish(const Token& start, decltype(Term::what) what) {
        const std::size_t end = token().offset + token().text.size();
        advance();
        return {start.offset, std::string_view(clause_.text).substr(start.offset, end - start.offset),
                std::move(what)};
    }

    Term literal(const Token& start, Type type, column::Scalar value) {
        return finish(start, LiteralTerm{type, std::move(value)});
    }

    // `1 000` or `1000,50`, as people write numbers elsewhere.
    bool is_broken_number() const {
        const Token& next = tokens_[position_ + 1];
        if (next.kind == Token::Kind::number) return true;
        return lists_ == 0 && next.is(",") && tokens_[position_ + 2].kind == Token::Kind::number;
    }

    std::optional<Term> number() {
        const Token& start = token();
        const Token& unit = tokens_[position_ + 1];
        const std::string text(start.text);
        if (is_broken_number()) {
            return fail(unit, {"expression.number_broken", {{"text", text}}},
                        Message{"expression.number_form"});
        }
        if (is_currency(unit)) {
            const auto point = text.find('.');
            if (point != std::string::npos && text.size() - point > 3) {
                return fail(start, {"expression.malformed_number", {{"text", text}}},
                            Message{"expression.amount_form"});
            }
            const auto number = Decimal::parse(text);
            const auto money = number ? amount(*number, unit.text) : std::nullopt;
            if (!money) return fail(start, {"expression.number_too_large", {{"text", text}}});
            advance();
            return literal(start, Type::money, *money);
        }
        if (is_unit(unit)) {
            return fail(unit, {"expression.unknown_unit", {{"unit", std::string(unit.text)}}},
                        Message{"expression.amount_form"});
        }
        if (text.find('.') != std::string::npos) {
            return fail(start, {"expression.no_decimals", {{"text", text}}},
                        Message{"expression.amount_form"});
        }
        const auto integer = parse_integer(text);
        if (!integer) return fail(start, {"expression.number_too_large", {{"text", text}}});
        return literal(start, Type::integer, *integer);
    }

    std::optional<Term> name() {
        const Token& start = token();
        const Token& next = tokens_[position_ + 1];
        if (next.is("(")) return call();
        if (!next.is(".")) return finish(start, NameTerm{{}, start.text});
        advance();
        advance();
        if (token().kind != Token::Kind::word) {
            return fail_expected("expression.field_expected", "expression.field_expected_at_end");
        }
        return finish(start, NameTerm{start.text, token().text});
    }

    std::optional<Term> call() {
        const Token& start = token();
        if (!descend()) return {};
        advance();
        advance();
        CallTerm call{start.text, {}};
        ++lists_;
        while (!token().is(")")) {
            if (!call.arguments.empty() && !expect(",")) return {};
            auto argument = value();
            if (!argument) return {};
            call.arguments.push_back(std::move(*argument));
        }
        --lists_;
        --depth_;
        return finish(start, std::move(call));
    }

    const Clause& clause_;
    std::vector<Token> tokens_;
    Diagnostics& diagnostics_;
    Typing typing_;
    std::size_t position_ = 0;
    int depth_ = 0;
    int lists_ = 0;  // those around the token, in which a comma stands between values
};

}  // namespace

Node parse_condition(const Clause& clause, const Names& names, Diagnostics& diagnostics) {
    auto tokens = tokens_of(clause, diagnostics);
    if (!tokens) return {};
    return Parser(clause, std::move(*tokens), names, diagnostics).whole_condition().value_or(Node{});
}

void parse_join(const std::string& alias, const Clause& clause, const Scope& scope, Names& names,
                Diagnostics& diagnostics) {
    if (!is_name(alias)) {
        diagnostics.push_back({clause.place, {"expression.malformed_alias", {{"name", alias}}}});
    } else if (names.find_source(alias)) {
        diagnostics.push_back({clause.place, {"expression.alias_taken", {{"name", alias}}}});
    }
    names.sources.push_back({alias, {}, nullptr});
    auto tokens = tokens_of(clause, diagnostics);
    if (!tokens) return;
    Parser parser(clause, *tokens, names, diagnostics);
    const std::string type(parser.joined_type());
    if (type.empty()) return;
    Source& source = names.sources.back();
    source.type = type;
    if (const auto found = scope.types.find(type); found != scope.types.end()) {
        source.schema = found->second;
    } else {
        std::vector<std::string> known;
        for (const auto& [name, schema] : scope.types) known.push_back(name);
        diagnostics.push_back({place_at(clause, tokens->front().offset),
                               {"expression.unknown_type", {{"name", type}}},
                               nearest_word(type, known)});
    }
    source.key = parser.key();
}

}  // namespace cadran::expression
