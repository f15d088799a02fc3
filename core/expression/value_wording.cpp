// SPDX-License-Identifier: Apache-2.0
#include "expression/value_wording.h"

#include <fmt/format.h>

namespace cadran::expression {

using column::Scalar;

std::string ValueWording::text(std::string id, Arguments arguments) const {
    return catalogue_.text(Message{std::move(id), std::move(arguments)});
}

std::string ValueWording::subject(const Operand& operand) const {
    if (const auto* field = std::get_if<FieldOperand>(&operand.what)) {
        return of_source(*field, field_title(names_.sources[field->source].schema->field(field->field)));
    }
    const auto* call = std::get_if<Call>(&operand.what);
    // The day of an instant goes by the instant's name: it is only compared with days.
    if (call != nullptr && call->function == Function::date) return subject(call->arguments.front());
    return object(operand);
}

std::string ValueWording::object(const Operand& operand) const {
    if (const auto* field = std::get_if<FieldOperand>(&operand.what)) {
        const column::Field& known = names_.sources[field->source].schema->field(field->field);
        return of_source(*field, quoted(field_title(known)));
    }
    if (const auto* parameter = std::get_if<ParameterOperand>(&operand.what)) {
        if (parameter->index < parameters_.size()) return constant(parameters_[parameter->index]);
        return quoted(names_.parameters[parameter->index].name);
    }
    if (const auto* literal = std::get_if<Literal>(&operand.what)) {
        const std::string& code = catalogue_.text(literal->title);
        return code.empty() ? constant(literal->value) : quoted(code);
    }
    if (const auto* value = std::get_if<DerivedOperand>(&operand.what)) return derived(value->index);
    if (const auto* sum = std::get_if<Arithmetic>(&operand.what)) return arithmetic(*sum);
    return call(std::get<Call>(operand.what));
}

std::string ValueWording::call(const Call& call) const {
    const Operand& first = call.arguments.front();
    const Operand& last = call.arguments.back();
    const auto both = [&] { return Arguments{{"from", object(first)}, {"to", object(last)}}; };
    const auto one = [&] { return Arguments{{"value", object(first)}}; };
    switch (call.function) {
        case Function::days: return text("expression.words_days", both());
        case Function::ouvres: return text("expression.words_ouvres", both());
        case Function::ouvrables: return text("expression.words_ouvrables", both());
        case Function::month: return text("expression.words_month", one());
        case Function::year: return text("expression.words_year", one());
        case Function::first_digit: return text("expression.words_first_digit", one());
        case Function::length: return text("expression.words_length", one());
        case Function::distance: return text("expression.words_distance", both());
        case Function::date: break;
    }
    return object(first);
}

std::string ValueWording::arithmetic(const Arithmetic& arithmetic) const {
    const auto part = [&](const Operand& operand) {
        const std::string words = object(operand);
        return std::holds_alternative<Arithmetic>(operand.what) ? fmt::format("({})", words) : words;
    };
    std::string words = part(arithmetic.operands.front());
    for (std::size_t i = 0; i < arithmetic.signs.size(); ++i) {
        const Arguments sides{{"left", words}, {"right", part(arithmetic.operands[i + 1])}};
        switch (arithmetic.signs[i]) {
            case Sign::plus: words = text("expression.words_plus", sides); break;
            case Sign::minus: words = text("expression.words_minus", sides); break;
            case Sign::times: words = text("expression.words_times", sides); break;
        }
    }
    return words;
}

std::string ValueWording::derived(std::size_t index) const {
    if (plan_->windows.empty()) return aggregate(plan_->aggregates[index]);
    const Window& window = plan_->windows[index];
    return text("expression.words_window", {{"aggregate", aggregate(window.aggregate)},
                                            {"length", object(window.length)},
                                            {"keys", all_of(window.by)},
                                            {"date", object(window.ordered_by)}});
}

std::string ValueWording::aggregate(const Aggregate& aggregate) const {
    if (!aggregate.argument) return text("expression.words_count");
    const Arguments value{{"value", object(*aggregate.argument)}};
    switch (aggregate.aggregation) {
        case Aggregation::count_distinct: return text("expression.words_count_distinct", value);
        case Aggregation::min: return text("expression.words_min", value);
        case Aggregation::max: return text("expression.words_max", value);
        case Aggregation::mean: return text("expression.words_mean", value);
        case Aggregation::median: return text("expression.words_median", value);
        case Aggregation::sum:
        case Aggregation::count: break;
    }
    return text("expression.words_sum", value);
}

std::string ValueWording::joined(const std::vector<std::string>& items, const std::string& last) const {
    std::string words;
    for (const std::string& item : items) {
        if (!words.empty()) words += &item == &items.back() ? last : ", ";
        words += item;
    }
    return words;
}

std::string ValueWording::any_of(const std::vector<std::string>& items) const {
    return joined(items, text("expression.words_or"));
}

std::string ValueWording::all_of(const std::vector<Operand>& operands) const {
    std::vector<std::string> items;
    for (const Operand& operand : operands) items.push_back(object(operand));
    return joined(items, text("expression.words_and"));
}

std::string ValueWording::list_parameter(std::size_t index) const {
    if (index >= parameters_.size()) return quoted(names_.parameters[index].name);
    std::vector<std::string> items;
    for (const std::string& item : std::get<column::List>(parameters_[index])) items.push_back(quoted(item));
    return any_of(items);
}

std::string ValueWording::constant(const Scalar& value) const {
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? text("expression.words_yes") : text("expression.words_no");
    }
    if (const auto* date = std::get_if<Date>(&value)) return text("expression.words_day", {{"date", *date}});
    if (const auto* string = std::get_if<std::string>(&value)) return quoted(*string);
    return catalogue_.fill("{value}", {{"value", column::argument(value)}});
}

std::string ValueWording::field_title(const column::Field& field) const {
    const std::string& title = catalogue_.text(field.title);
    return title.empty() ? field.name : title;
}

std::string ValueWording::of_source(const FieldOperand& operand, std::string name) const {
    if (operand.source == 0) return name;
    return fmt::format("{} ({})", name, names_.sources[operand.source].alias);
}

std::string ValueWording::quoted(std::string name) const {
    return text("expression.words_quoted", {{"text", std::move(name)}});
}

}  // namespace cadran::expression
