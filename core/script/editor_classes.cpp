// SPDX-License-Identifier: Apache-2.0
#include "script/editor_classes.h"

#include <algorithm>

#include <fmt/format.h>

namespace cadran::script {

namespace {

std::string of_codes(const std::vector<column::Code>& codes) {
    std::string text;
    for (const column::Code& code : codes)
        text += fmt::format("{}\"{}\"", text.empty() ? "" : "|", code.name);
    return text;
}

// What a judge sees of a value of that type.
std::string type_in_lua(column::Type type) {
    switch (type) {
        case column::Type::boolean: return "boolean";
        case column::Type::integer: return "integer";
        case column::Type::text:
        case column::Type::code: return "string";
        case column::Type::list: return "string[]";
        case column::Type::decimal: return "cadran.Decimal";
        case column::Type::money: return "cadran.Money";
        case column::Type::date: return "cadran.Date";
        case column::Type::time: return "cadran.Time";
        case column::Type::duration: return "cadran.Duration";
        case column::Type::secret: break;
    }
    return "cadran.Secret";
}

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < ' '; }, ' ');
    return text;
}

std::string with_underscores(std::string_view name) {
    std::string text(name);
    std::ranges::replace(text, '-', '_');
    return text;
}

std::string class_of_record(const model::RecordType& type, const Plugin& plugin) {
    std::string text =
        fmt::format("\n---{}\n---@class {}\n", one_line(type.title.en), record_class(type.name));
    for (const column::Field& field : type.schema->fields()) {
        text += fmt::format("---@field {}{} {} {}\n", field.name, field.required ? "" : "?",
                            field.codes.empty() ? type_in_lua(field.type) : of_codes(field.codes),
                            one_line(field.title.en));
    }
    for (const ControlDeclaration& control : plugin.controls) {
        if (control.control.population.from != type.name) continue;
        for (const model::Join& window : control.control.population.windows)
            text += fmt::format("---@field {}? any window of {}\n", window.alias, control.control.id);
    }
    return text;
}

std::string class_of_parameters(const model::Control& control) {
    std::string text =
        fmt::format("\n---Parameters of {}.\n---@class {}\n", control.id, parameters_class(control.id));
    for (const model::Parameter& parameter : control.parameters) {
        text += fmt::format("---@field {} {} {}\n", parameter.name, type_in_lua(parameter.type),
                            one_line(parameter.help.en));
    }
    return text;
}

}  // namespace

std::string record_class(std::string_view type) {
    return fmt::format("cadran.{}", type);
}

std::string parameters_class(std::string_view control) {
    std::string name = with_underscores(control);
    std::ranges::replace(name, '/', '.');
    return "cadran." + name;
}

std::string editor_classes(const Plugin& plugin) {
    std::string text = fmt::format(
        "---@meta\n-- Written by `cadran plugin annotate {}` out of its declarations; do not edit.\n",
        plugin.id);
    for (const model::RecordType& type : plugin.records) text += class_of_record(type, plugin);
    for (const ControlDeclaration& control : plugin.controls) text += class_of_parameters(control.control);
    return text;
}

}  // namespace cadran::script
