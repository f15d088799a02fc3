// SPDX-License-Identifier: Apache-2.0
#include "app/parameters.h"

#include <algorithm>

#include "app/nearest.h"
#include "expression/in_words.h"
#include "script/parameter.h"

namespace cadran::app {

namespace {

std::vector<std::string> names_in_braces(std::string_view pattern) {
    std::vector<std::string> names;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
        names.emplace_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    }
    return names;
}

}  // namespace

Result<std::vector<column::Scalar>> parameter_values(
    const std::vector<model::Parameter>& parameters,
    const std::vector<std::pair<std::string, std::string>>& set) {
    std::vector<column::Scalar> values = default_values(parameters);
    Diagnostics faults;
    for (const auto& [name, text] : set) {
        const auto parameter = std::ranges::find(parameters, name, &model::Parameter::name);
        if (parameter == parameters.end()) {
            std::vector<std::string> known;
            for (const model::Parameter& one : parameters) known.push_back(one.name);
            faults.push_back({{}, {"app.unknown_parameter", {{"name", name}}}, nearest_hint(name, known)});
            continue;
        }
        auto value = script::parse_parameter(*parameter, text);
        if (value)
            values[static_cast<std::size_t>(parameter - parameters.begin())] = std::move(*value);
        else
            faults.insert(faults.end(), value.error().diagnostics.begin(), value.error().diagnostics.end());
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return values;
}

std::vector<column::Scalar> default_values(const std::vector<model::Parameter>& parameters) {
    std::vector<column::Scalar> values;
    for (const model::Parameter& parameter : parameters) values.push_back(parameter.default_value);
    return values;
}

std::string population_in_words(const script::ControlDeclaration& control,
                                const std::vector<column::Scalar>& values, const Catalogue& catalogue) {
    return expression::in_words(control.query, catalogue, values);
}

std::string message_text(const script::ControlDeclaration& control, const model::Finding& finding,
                         const Catalogue& catalogue) {
    if (finding.outcome == model::Outcome::error) return catalogue.text(Message{"app.not_judged"});
    const auto chosen = control.messages.find(finding.message);
    const LocalText& text = chosen == control.messages.end() ? control.control.message : chosen->second;
    // A field that the record lacks is an empty place in the sentence.
    std::vector<std::pair<std::string, Argument>> arguments;
    for (const model::Evidence& evidence : finding.evidence)
        arguments.emplace_back(evidence.field, column::argument(evidence.value));
    const std::string& pattern = catalogue.text(text);
    for (const std::string& name : names_in_braces(pattern)) {
        if (std::ranges::find(finding.evidence, name, &model::Evidence::field) == finding.evidence.end())
            arguments.emplace_back(name, std::string());
    }
    return catalogue.fill(pattern, arguments);
}

}  // namespace cadran::app
