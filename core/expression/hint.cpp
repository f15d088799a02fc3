// SPDX-License-Identifier: Apache-2.0
#include "expression/hint.h"

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::expression {

using column::Type;

bool is_literal(const Term& term) {
    return std::holds_alternative<LiteralTerm>(term.what);
}

Message write_instead(std::string text) {
    return {"expression.write_instead", {{"text", std::move(text)}}};
}

std::optional<Message> did_you_mean(std::string_view typed, std::span<const std::string> known) {
    const auto nearest = nearest_name(typed, known);
    if (!nearest) return {};
    return Message{"expression.did_you_mean", {{"name", *nearest}}};
}

std::string type_text(Type type) {
    return std::string(column::type_name(type));
}

std::optional<Message> conversion(const Term& term, Type from, const Operand& to) {
    if (from == Type::time && to.type == Type::date) return write_instead(fmt::format("date({})", term.text));
    const auto* literal = std::get_if<LiteralTerm>(&term.what);
    if (literal == nullptr) return {};
    if (const auto* length = std::get_if<Duration>(&literal->value); length && to.type == Type::integer)
        return write_instead(std::to_string(length->count));
    if (from == Type::integer && to.type == Type::duration)
        return write_instead(fmt::format("{} {}", term.text, unit_name(to.unit)));
    if (from == Type::integer && to.type == Type::money) {
        return write_instead(fmt::format("{} {}", term.text, to.currency.code));
    }
    if (from == Type::integer && (to.type == Type::text || to.type == Type::code)) {
        return write_instead(fmt::format("'{}'", term.text));
    }
    if (from != Type::text || to.type != Type::date) return {};
    const std::string& text = std::get<std::string>(literal->value);
    return parse_date(text) ? write_instead(text) : Message{"expression.date_form"};
}

}  // namespace cadran::expression
