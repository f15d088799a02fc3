// SPDX-License-Identifier: Apache-2.0
#include "expression/parser.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "expression/typing.h"
#include "expression/value_parser.h"

namespace cadran::expression {

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

class ConditionParser : private ValueParser {
  public:
    ConditionParser(const Clause& clause, std::vector<Token> tokens, const Names& names,
                    Diagnostics& diagnostics, HavingScope* having)
        : ValueParser(clause, std::move(tokens), diagnostics), typing_(clause, names, diagnostics, having) {}

    std::optional<Node> whole_condition() {
        auto node = condition();
        if (node && !at_end()) return fail_behind();
        return node;
    }

  private:
    // Something stands where a finished condition could only go on with `and` or `or`.
    std::nullopt_t fail_behind() {
        static const std::vector<std::string> known{"and", "or"};
        return fail(token(), {"expression.end_expected", {{"found", std::string(token().text)}}},
                    nearest_word(token().text, known));
    }

    std::optional<Node> condition() { return junction("or", &ConditionParser::conjunction); }
    std::optional<Node> conjunction() { return junction("and", &ConditionParser::negation); }

    std::optional<Node> junction(std::string_view word, std::optional<Node> (ConditionParser::*part)()) {
        auto first = (this->*part)();
        if (!first || !token().is(word)) return first;
        Junction junction{.all = word == "and", .parts = {}};
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
        ascend();
        inner->negated = !inner->negated;
        return inner;
    }

    std::optional<Node> predicate() {
        std::optional<Node> node;
        if (token().is("(") && !encloses_value()) {
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
        ascend();
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
        if (token().kind == Token::Kind::word && !is_reserved(token().text)) {
            const auto list = value();
            if (!list) return {};
            return typing_.membership(left, *list);
        }
        if (!expect("(")) return {};
        std::vector<Term> list;
        ++lists_;
        do {
            if (list.size() == greatest_list) {
                return fail(token(), {"expression.list_too_long",
                                      {{"limit", static_cast<std::int64_t>(greatest_list)}}});
            }
            const Token start = token();
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

    Typing typing_;
};

// `sum(amount) over 30 days by member ordered by care_date`
struct WindowTerms {
    Term aggregate;
    Term length;
    std::vector<Term> by;
    Term ordered_by;
};

std::optional<WindowTerms> window_terms(ValueParser& parser) {
    WindowTerms terms;
    auto aggregate = parser.value();
    if (!aggregate || !parser.expect("over")) return {};
    auto length = parser.value();
    if (!length || !parser.expect("by")) return {};
    auto by = parser.names();
    if (!by || !parser.expect("ordered") || !parser.expect("by")) return {};
    auto ordered_by = parser.names();
    if (!ordered_by || !parser.expect_end()) return {};
    return WindowTerms{std::move(*aggregate), std::move(*length), std::move(*by),
                       std::move(ordered_by->front())};
}

class JoinParser : private ValueParser {
  public:
    JoinParser(const Clause& clause, std::vector<Token> tokens, const Names& names, Diagnostics& diagnostics)
        : ValueParser(clause, std::move(tokens), diagnostics), typing_(clause, names, diagnostics) {}

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
    Typing typing_;
};

}  // namespace

Node parse_condition(const Clause& clause, const Names& names, Diagnostics& diagnostics,
                     HavingScope* having) {
    auto tokens = tokens_of(clause, diagnostics);
    if (!tokens) return {};
    ConditionParser parser(clause, std::move(*tokens), names, diagnostics, having);
    return parser.whole_condition().value_or(Node{});
}

std::vector<Operand> parse_fields(const Clause& clause, const Names& names, Diagnostics& diagnostics) {
    auto tokens = tokens_of(clause, diagnostics);
    if (!tokens) return {};
    ValueParser parser(clause, std::move(*tokens), diagnostics);
    const auto terms = parser.names();
    if (!terms || !parser.expect_end()) return {};
    return Typing(clause, names, diagnostics).keys(*terms);
}

std::optional<Operand> parse_length(const Clause& clause, const Names& names, Diagnostics& diagnostics) {
    auto tokens = tokens_of(clause, diagnostics);
    if (!tokens) return {};
    ValueParser parser(clause, std::move(*tokens), diagnostics);
    const auto term = parser.value();
    if (!term || !parser.expect_end()) return {};
    return Typing(clause, names, diagnostics).length_of_time(*term);
}

std::optional<Window> parse_window(const std::string& name, const Clause& clause, const Names& names,
                                   Diagnostics& diagnostics) {
    const bool is_taken = names.find_source(name) || names.find_parameter(name) || names.find_derived(name) ||
                          names.sources.front().schema->find(name);
    if (!is_name(name)) {
        diagnostics.push_back({clause.place, {"expression.malformed_window_name", {{"name", name}}}});
    } else if (is_taken) {
        diagnostics.push_back({clause.place, {"expression.window_name_taken", {{"name", name}}}});
    }
    auto tokens = tokens_of(clause, diagnostics);
    if (!tokens) return {};
    ValueParser parser(clause, std::move(*tokens), diagnostics);
    const auto terms = window_terms(parser);
    if (!terms) return {};
    Typing typing(clause, names, diagnostics);
    auto aggregate = typing.aggregate(terms->aggregate);
    auto length = typing.length_of_time(terms->length);
    auto by = typing.keys(terms->by);
    auto ordered_by = typing.date_field(terms->ordered_by);
    if (!aggregate || !length || !ordered_by) return {};
    return Window{name, std::move(*aggregate), std::move(*length), std::move(by), std::move(*ordered_by)};
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
    JoinParser parser(clause, *tokens, names, diagnostics);
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
