// SPDX-License-Identifier: Apache-2.0
#include "script/shape.h"

#include <stdexcept>

namespace cadran::script {

std::span<const Shape> shapes() {
    static const std::vector<Shape> all{
        {"Plugin", {"id", "version", "api", "title"}},
        {"Record", {"title", "key", "event_date", "handler", "retention", "retention_from", "fields"}},
        {"Control",
         {"title", "from", "join", "where", "group", "window", "having", "history", "sample", "parameters",
          "effect", "severity", "message", "messages", "verify", "due", "minutes", "visible_to", "judge"}},
        {"Indicator", {"title", "from", "join", "where", "meets", "parameters"}},
        {"Checklist",
         {"title", "audits", "due", "facts", "criteria", "domains", "samples", "resolve_within", "messages",
          "judge"}},
        {"ChecklistSample", {"id", "item", "title", "from", "where", "sample"}},
        {"ChecklistDomain", {"id", "title", "pieces", "questions"}},
        {"Piece", {"id", "title", "expected", "rule", "clause", "weight", "when"}},
        {"Question", {"id", "title", "guidance", "rule", "clause", "weight", "when"}},
        {"BooleanField", {"required", "title"}},
        {"IntegerField", {"required", "title"}},
        {"DecimalField", {"required", "title", "decimals"}},
        {"DurationField", {"required", "title", "unit"}},
        {"MoneyField", {"required", "title", "currency"}},
        {"DateField", {"required", "title"}},
        {"TimeField", {"required", "title"}},
        {"TextField", {"required", "title"}},
        {"CodeField", {"required", "title", "codes"}},
        {"SecretField", {"required", "title"}},
        {"BooleanParameter", {"default", "help"}},
        {"IntegerParameter", {"default", "minimum", "maximum", "help"}},
        {"DecimalParameter", {"default", "minimum", "maximum", "help"}},
        {"DurationParameter", {"default", "minimum", "maximum", "help"}},
        {"MoneyParameter", {"default", "minimum", "maximum", "help"}},
        {"DateParameter", {"default", "minimum", "maximum", "help"}},
        {"TextParameter", {"default", "help"}},
        {"ListParameter", {"default", "help"}},
        {"Group", {"by"}},
        {"Sample", {"rate", "size", "by"}},
        {"Spec", {"records", "parameters", "period", "found", "not_checked", "count", "properties"}},
        {"Property", {"records", "parameters", "period", "found", "not_checked", "count"}},
        {"Range", {"from", "to"}},
        {"ExpectedFinding", {"keys", "severity", "effect", "message"}},
        {"LocalText", {"fr", "en"}},
        {"Entry", {"id", "fr", "en"}},
        {"Failure", {"severity", "effect", "message"}},
    };
    return all;
}

const Shape& shape(std::string_view name) {
    for (const Shape& known : shapes()) {
        if (known.name == name) return known;
    }
    throw std::out_of_range("no shape " + std::string(name));
}

const Shape& field_shape(column::Type type) {
    switch (type) {
        case column::Type::boolean: return shape("BooleanField");
        case column::Type::integer: return shape("IntegerField");
        case column::Type::decimal: return shape("DecimalField");
        case column::Type::duration: return shape("DurationField");
        case column::Type::money: return shape("MoneyField");
        case column::Type::date: return shape("DateField");
        case column::Type::time: return shape("TimeField");
        case column::Type::text: return shape("TextField");
        case column::Type::code: return shape("CodeField");
        case column::Type::secret:
        case column::Type::list: break;
    }
    return shape("SecretField");
}

const Shape* parameter_shape(column::Type type) {
    switch (type) {
        case column::Type::boolean: return &shape("BooleanParameter");
        case column::Type::integer: return &shape("IntegerParameter");
        case column::Type::decimal: return &shape("DecimalParameter");
        case column::Type::duration: return &shape("DurationParameter");
        case column::Type::money: return &shape("MoneyParameter");
        case column::Type::date: return &shape("DateParameter");
        case column::Type::text: return &shape("TextParameter");
        case column::Type::list: return &shape("ListParameter");
        default: return nullptr;
    }
}

}  // namespace cadran::script
