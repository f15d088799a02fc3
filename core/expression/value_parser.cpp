// SPDX-License-Identifier: Apache-2.0
#include "expression/value_parser.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "expression/parser.h"

namespace cadran::expression {

using column::Type;

namespace {

constexpr std::array<std::string_view, 2> sum_signs{"+", "-"};
constexpr std::array<std::string_view, 1> product_signs{"*"};

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

std::optional<Money> money_of(const Decimal& number, std::string_view currency) {
    Money money{number.units, {}};
    std::ranges::copy(currency, money.currency.code);
    for (int scale = number.scale; scale < 2; ++scale) {
        if (__builtin_mul_overflow(money.cents, 10, &money.cents)) return {};
    }
    return money;
}

std::size_t decimals_of(std::string_view number) {
    const auto point = number.find('.');
    return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

Sign sign_of(std::string_view sign) {
    return sign == "+" ? Sign::plus : sign == "-" ? Sign::minus : Sign::times;
}

// What stands in conditions and never in values.
bool compares(const Token& token) {
    constexpr std::array<std::string_view, 13> words{"=",  "<>", "<",      "<=",  ">",  ">=", "between",
                                                     "in", "is", "starts", "and", "or", "not"};
    return std::ranges::any_of(words, [&](std::string_view word) { return token.is(word); });
}

}  // namespace

std::optional<Message> nearest_word(std::string_view typed, std::span<const std::string> known) {
    const auto nearest = nearest_name(lower_case(typed), known);
    if (!nearest) return {};
    return Message{"expression.did_you_mean", {{"name", *nearest}}};
}

bool ValueParser::accept(std::string_view text) {
    if (!token().is(text)) return false;
    advance();
    return true;
}

bool ValueParser::expect(std::string_view text) {
    if (accept(text)) return true;
    const std::string expected(text);
    const std::string found(token().text);
    fail(token(), at_end() ? Message{"expression.expected_at_end", {{"expected", expected}}}
                           : Message{"expression.expected", {{"expected", expected}, {"found", found}}});
    return false;
}

bool ValueParser::expect_end() {
    if (at_end()) return true;
    fail(token(), {"expression.clause_end_expected", {{"found", std::string(token().text)}}});
    return false;
}

std::nullopt_t ValueParser::fail(const Token& at, Message what, std::optional<Message> hint) {
    diagnostics_.push_back({place_at(clause_, at.offset), std::move(what), std::move(hint)});
    return std::nullopt;
}

std::nullopt_t ValueParser::fail_expected(std::string id, std::string id_at_end,
                                          std::optional<Message> hint) {
    if (at_end()) return fail(token(), {std::move(id_at_end)}, std::move(hint));
    return fail(token(), {std::move(id), {{"found", std::string(token().text)}}}, std::move(hint));
}

bool ValueParser::descend() {
    if (++depth_ <= greatest_depth) return true;
    fail(token(), {"expression.too_deep", {{"limit", std::int64_t{greatest_depth}}}});
    return false;
}

bool ValueParser::encloses_value() const {
    int depth = 0;
    for (std::size_t i = position_; i < tokens_.size(); ++i) {
        if (compares(tokens_[i])) return false;
        if (tokens_[i].is("(")) ++depth;
        if (tokens_[i].is(")") && --depth == 0) return true;
    }
    return false;
}

// Values

std::optional<Term> ValueParser::value() {
    return joined_by(sum_signs, &ValueParser::product);
}

std::optional<Term> ValueParser::product() {
    return joined_by(product_signs, &ValueParser::factor);
}

std::optional<Term> ValueParser::joined_by(std::span<const std::string_view> signs,
                                           std::optional<Term> (ValueParser::*part)()) {
    auto first = (this->*part)();
    const auto stands_here = [&] { return std::ranges::find(signs, token().text) != signs.end(); };
    if (!first || token().kind != Token::Kind::sign || !stands_here()) return first;
    const std::size_t start = first->offset;
    ArithmeticTerm arithmetic;
    arithmetic.terms.push_back(std::move(*first));
    while (token().kind == Token::Kind::sign && stands_here()) {
        arithmetic.signs.emplace_back(sign_of(token().text), token().offset);
        advance();
        auto next = (this->*part)();
        if (!next) return {};
        arithmetic.terms.push_back(std::move(*next));
    }
    const Token& last = tokens_[position_ - 1];
    const std::size_t length = last.offset + last.text.size() - start;
    return Term{start, std::string_view(clause_.text).substr(start, length), std::move(arithmetic)};
}

std::optional<Term> ValueParser::factor() {
    if (!token().is("(") || !encloses_value()) return primary();
    if (!descend()) return {};
    advance();
    auto inner = value();
    if (!inner || !expect(")")) return {};
    ascend();
    return inner;
}

std::optional<Term> ValueParser::primary() {
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
Term ValueParser::finish(const Token& start, decltype(Term::what) what) {
    const std::size_t end = token().offset + token().text.size();
    advance();
    return {start.offset, std::string_view(clause_.text).substr(start.offset, end - start.offset),
            std::move(what)};
}

Term ValueParser::literal(const Token& start, Type type, column::Scalar value) {
    return finish(start, LiteralTerm{type, std::move(value)});
}

// `1 000` or `1000,50`, as people write numbers elsewhere.
bool ValueParser::is_broken_number() const {
    const Token& next = tokens_[position_ + 1];
    if (next.kind == Token::Kind::number) return true;
    return lists_ == 0 && next.is(",") && tokens_[position_ + 2].kind == Token::Kind::number;
}

std::optional<Term> ValueParser::number() {
    const Token& start = token();
    const Token& unit = tokens_[position_ + 1];
    const std::string text(start.text);
    if (is_broken_number()) {
        return fail(unit, {"expression.number_broken", {{"text", text}}}, Message{"expression.number_form"});
    }
    if (is_currency(unit)) return amount(text);
    if (is_unit(unit) && parse_time_unit(unit.text)) return duration(text);
    if (is_unit(unit) && !unit.is("over") && !unit.is("by")) {
        return fail(unit, {"expression.unknown_unit", {{"unit", std::string(unit.text)}}},
                    Message{"expression.number_units"});
    }
    if (decimals_of(text) > 9) {
        return fail(start, {"expression.malformed_number", {{"text", text}}},
                    Message{"expression.number_form"});
    }
    if (decimals_of(text) > 0) {
        const auto decimal = Decimal::parse(text);
        if (!decimal) return fail(start, {"expression.number_too_large", {{"text", text}}});
        return literal(start, Type::decimal, *decimal);
    }
    const auto integer = parse_integer(text);
    if (!integer) return fail(start, {"expression.number_too_large", {{"text", text}}});
    return literal(start, Type::integer, *integer);
}

std::optional<Term> ValueParser::amount(const std::string& text) {
    const Token& start = token();
    if (decimals_of(text) > 2) {
        return fail(start, {"expression.malformed_number", {{"text", text}}},
                    Message{"expression.amount_form"});
    }
    const auto number = Decimal::parse(text);
    advance();
    const auto money = number ? money_of(*number, token().text) : std::nullopt;
    if (!money) return fail(start, {"expression.number_too_large", {{"text", text}}});
    return literal(start, Type::money, *money);
}

std::optional<Term> ValueParser::duration(const std::string& text) {
    const Token& start = token();
    advance();
    if (decimals_of(text) > 0) {
        return fail(start, {"expression.malformed_number", {{"text", text}}},
                    Message{"expression.duration_form"});
    }
    const auto duration = parse_duration(text + " " + std::string(token().text));
    if (!duration) return fail(start, {"expression.number_too_large", {{"text", text}}});
    return literal(start, Type::duration, *duration);
}

std::optional<Term> ValueParser::name() {
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

std::optional<Term> ValueParser::call() {
    const Token& start = token();
    if (!descend()) return {};
    advance();
    advance();
    CallTerm call{start.text, {}};
    call.distinct = token().is("distinct") && tokens_[position_ + 1].kind == Token::Kind::word;
    if (call.distinct) advance();
    ++lists_;
    while (!token().is(")")) {
        if (!call.arguments.empty() && !expect(",")) return {};
        auto argument = value();
        if (!argument) return {};
        call.arguments.push_back(std::move(*argument));
    }
    --lists_;
    ascend();
    return finish(start, std::move(call));
}

std::optional<std::vector<Term>> ValueParser::names() {
    std::vector<Term> terms;
    do {
        const Token& start = token();
        const bool is_word = start.kind == Token::Kind::word && !is_reserved(start.text);
        if (!is_word || tokens_[position_ + 1].is("(")) {
            return fail_expected("expression.field_name_expected", "expression.field_expected_at_end");
        }
        auto term = name();
        if (!term) return {};
        terms.push_back(std::move(*term));
    } while (accept(","));
    return terms;
}

}  // namespace cadran::expression
