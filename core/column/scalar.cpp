// SPDX-License-Identifier: Apache-2.0
#include "column/scalar.h"

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::column {

std::string_view type_name(Type type) {
    switch (type) {
        case Type::boolean: return "boolean";
        case Type::integer: return "integer";
        case Type::decimal: return "decimal";
        case Type::money: return "money";
        case Type::date: return "date";
        case Type::time: return "time";
        case Type::duration: return "duration";
        case Type::text: return "text";
        case Type::code: return "code";
        case Type::secret: return "secret";
        case Type::list: break;
    }
    return "list";
}

std::string plain_text(const Scalar& value) {
    struct Writer {
        std::string operator()(Missing) const { return ""; }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(const Decimal& value) const { return cadran::plain_text(value); }
        std::string operator()(const Money& value) const { return cadran::plain_text(value); }
        std::string operator()(Date value) const { return iso_text(value); }
        std::string operator()(Instant value) const { return iso_text(value); }
        std::string operator()(const Duration& value) const { return cadran::plain_text(value); }
        std::string operator()(const std::string& value) const { return value; }
        std::string operator()(Secret) const { return "(secret)"; }
        std::string operator()(const List& list) const { return fmt::format("{}", fmt::join(list, ", ")); }
    };
    return std::visit(Writer{}, value);
}

Argument argument(const Scalar& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
    if (const auto* money = std::get_if<Money>(&value)) return *money;
    if (const auto* date = std::get_if<Date>(&value)) return *date;
    if (const auto* decimal = std::get_if<Decimal>(&value)) return *decimal;
    if (const auto* duration = std::get_if<Duration>(&value)) return cadran::text_of(*duration);
    return plain_text(value);
}

}  // namespace cadran::column
