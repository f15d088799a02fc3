// SPDX-License-Identifier: Apache-2.0
#include "audit/facts.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "base/text.h"
#include "script/parameter.h"

namespace cadran::audit {

namespace {

using column::Field;
using column::Scalar;

Result<Scalar> parse_code(const Field& field, const std::string& text) {
    std::vector<std::string> names;
    for (const column::Code& code : field.codes) names.push_back(code.name);
    if (std::ranges::find(names, text) != names.end()) return Scalar(text);
    return invalid(Message{"audit.unknown_code", {{"fact", field.name}, {"value", text}}},
                   Message{"audit.codes_are", {{"codes", fmt::format("{}", fmt::join(names, ", "))}}});
}

Result<Scalar> parse_fact(const Field& field, const std::string& text) {
    if (field.type == column::Type::code) return parse_code(field, text);
    model::Parameter form;
    form.name = field.name;
    form.type = field.type;
    return script::parse_parameter(form, text);
}

}  // namespace

Result<std::vector<Scalar>> parse_facts(const model::Checklist& checklist,
                                        const std::map<std::string, std::string>& written) {
    Diagnostics faults;
    std::vector<Scalar> values;
    for (const Field& field : checklist.facts) {
        const auto said = written.find(field.name);
        Scalar value;
        if (said != written.end()) {
            auto parsed = parse_fact(field, said->second);
            if (parsed)
                value = std::move(*parsed);
            else
                std::ranges::move(parsed.error().diagnostics, std::back_inserter(faults));
        } else if (field.required) {
            faults.push_back({{},
                              {"audit.fact_missing", {{"fact", field.name}, {"title", field.title}}},
                              Message{"audit.give_the_fact", {{"fact", field.name}}}});
        }
        values.push_back(std::move(value));
    }
    for (const auto& [name, text] : written) {
        if (std::ranges::find(checklist.facts, name, &Field::name) != checklist.facts.end()) continue;
        std::vector<std::string> names;
        for (const Field& field : checklist.facts) names.push_back(field.name);
        faults.push_back(
            {{},
             {"audit.unknown_fact", {{"fact", name}}},
             Message{"audit.facts_are", {{"facts", fmt::format("{}", fmt::join(names, ", "))}}}});
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return values;
}

}  // namespace cadran::audit
