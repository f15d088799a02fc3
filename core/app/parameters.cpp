// SPDX-License-Identifier: Apache-2.0
#include "app/parameters.h"

#include <algorithm>

#include "app/nearest.h"
#include "expression/in_words.h"
#include "script/parameter.h"

namespace cadran::app {

namespace {

// A value that the finding lacks is an empty place in the sentence.
std::string value_text(const model::Finding& finding, std::string_view name, const Catalogue& catalogue) {
    const auto found = std::ranges::find_if(finding.evidence, [&](const model::Evidence& evidence) {
        return evidence.field == name && evidence.record.empty();
    });
    if (found == finding.evidence.end()) return {};
    if (finding.purged && column::is_missing(found->value))
        return catalogue.text(Message{"app.purged_value"});
    return catalogue.fill("{value}", {{"value", column::argument(found->value)}});
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

std::vector<std::pair<std::string, std::string>> with_units(
    const std::vector<model::Parameter>& parameters, std::vector<std::pair<std::string, std::string>> set) {
    for (auto& [name, text] : set) {
        const auto parameter = std::ranges::find(parameters, name, &model::Parameter::name);
        if (parameter == parameters.end() || !Decimal::parse(text)) continue;
        if (const auto* money = std::get_if<Money>(&parameter->default_value))
            text += fmt::format(" {}", money->currency.code);
        if (const auto* duration = std::get_if<Duration>(&parameter->default_value))
            text += fmt::format(" {}", unit_name(duration->unit));
    }
    return set;
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
    // The loader has checked that braces pair; names are those of values, such as `amount` or `count()`.
    std::string sentence;
    std::string_view rest = catalogue.text(text);
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const auto close = rest.find('}', open);
        sentence += rest.substr(0, open);
        sentence += value_text(finding, rest.substr(open + 1, close - open - 1), catalogue);
        rest.remove_prefix(close + 1);
    }
    return sentence.append(rest);
}

}  // namespace cadran::app
