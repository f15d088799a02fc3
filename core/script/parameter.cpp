// SPDX-License-Identifier: Apache-2.0
#include "script/parameter.h"

#include <charconv>

#include "base/decimal.h"
#include "base/text.h"
#include "script/text_of.h"

namespace cadran::script {

using column::Scalar;
using column::Type;

namespace {

std::optional<std::int64_t> parse_signed(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

template <typename Value>
Scalar scalar_or_missing(const std::optional<Value>& value) {
    return value ? Scalar(*value) : Scalar();
}

Scalar parse_list(std::string_view text) {
    column::List list;
    for (const std::string_view item : split(text, ',')) {
        if (is_blank(item)) return {};
        list.emplace_back(trimmed(item));
    }
    return list;
}

Scalar parse(Type type, std::string_view text) {
    switch (type) {
        case Type::boolean: return text == "true" ? Scalar(true) : text == "false" ? Scalar(false) : Scalar();
        case Type::integer: return scalar_or_missing(parse_signed(text));
        case Type::decimal: return scalar_or_missing(Decimal::parse(text));
        case Type::duration: return scalar_or_missing(parse_duration(text));
        case Type::money: return scalar_or_missing(parse_money(text));
        case Type::date: return scalar_or_missing(parse_date(text));
        case Type::list: return parse_list(text);
        case Type::text: return is_utf8(text) && !text.empty() ? Scalar(std::string(text)) : Scalar();
        default: return {};
    }
}

// Of two values of one type that has a range, money in one currency and durations in one unit.
bool is_less(const Scalar& left, const Scalar& right) {
    if (const auto* money = std::get_if<Money>(&left)) return money->cents < std::get<Money>(right).cents;
    if (const auto* decimal = std::get_if<Decimal>(&left)) return *decimal < std::get<Decimal>(right);
    if (const auto* duration = std::get_if<Duration>(&left))
        return duration->count < std::get<Duration>(right).count;
    if (const auto* date = std::get_if<Date>(&left)) return *date < std::get<Date>(right);
    return std::get<std::int64_t>(left) < std::get<std::int64_t>(right);
}

bool has_other_currency(const Scalar& value, const Scalar& reference) {
    const auto* money = std::get_if<Money>(&value);
    const auto* expected = std::get_if<Money>(&reference);
    return money != nullptr && expected != nullptr && money->currency != expected->currency;
}

bool has_other_unit(const Scalar& value, const Scalar& reference) {
    const auto* duration = std::get_if<Duration>(&value);
    const auto* expected = std::get_if<Duration>(&reference);
    return duration != nullptr && expected != nullptr && duration->unit != expected->unit;
}

}  // namespace

Message value_form(Type type) {
    switch (type) {
        case Type::boolean: return {"script.form_of_boolean"};
        case Type::integer: return {"script.form_of_integer"};
        case Type::decimal: return {"script.form_of_decimal"};
        case Type::duration: return {"script.form_of_duration"};
        case Type::money: return {"script.form_of_money"};
        case Type::list: return {"script.form_of_list"};
        case Type::date: return {"script.form_of_date"};
        default: return {"script.form_of_text"};
    }
}

std::optional<Money> parse_money(std::string_view text) {
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return {};
    const auto number = Decimal::parse(text.substr(0, space));
    const std::string_view code = text.substr(space + 1);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!number || number->scale > 2 || code.size() != 3 || !std::ranges::all_of(code, is_capital)) return {};
    std::int64_t cents = number->units;
    for (int scale = number->scale; scale < 2; ++scale) {
        if (__builtin_mul_overflow(cents, std::int64_t{10}, &cents)) return {};
    }
    return Money{cents, {{code[0], code[1], code[2], '\0'}}};
}

Result<Scalar> parse_parameter(const model::Parameter& parameter, std::string_view text) {
    const auto about = [&](std::string id, std::vector<std::pair<std::string, Argument>> arguments) {
        arguments.emplace_back("name", parameter.name);
        return Message{std::move(id), std::move(arguments)};
    };
    Scalar value = parse(parameter.type, text);
    if (column::is_missing(value)) {
        return invalid(about("script.not_a_value", {{"value", shown_text(text)}}),
                       value_form(parameter.type));
    }
    if (has_other_currency(value, parameter.default_value)) {
        const std::string currency = std::get<Money>(parameter.default_value).currency.code;
        return invalid(about("script.other_currency", {{"currency", currency}}));
    }
    if (has_other_unit(value, parameter.default_value)) {
        const auto unit = std::get<Duration>(parameter.default_value).unit;
        return invalid(about("script.other_unit", {{"unit", std::string(unit_name(unit))}}));
    }
    if (!column::is_missing(parameter.minimum) && is_less(value, parameter.minimum)) {
        return invalid(about("script.below_minimum", {{"limit", column::argument(parameter.minimum)}}));
    }
    if (!column::is_missing(parameter.maximum) && is_less(parameter.maximum, value)) {
        return invalid(about("script.above_maximum", {{"limit", column::argument(parameter.maximum)}}));
    }
    return value;
}

}  // namespace cadran::script
