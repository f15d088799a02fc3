// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "expression/function.h"
#include "expression/hint.h"
#include "expression/typing.h"

namespace cadran::expression {

using column::Type;

namespace {

constexpr std::array<std::pair<std::string_view, Aggregation>, 6> aggregations{
    {{"count", Aggregation::count},
     {"sum", Aggregation::sum},
     {"min", Aggregation::min},
     {"max", Aggregation::max},
     {"mean", Aggregation::mean},
     {"median", Aggregation::median}}};

std::optional<Aggregation> find_aggregation(std::string_view name) {
    for (const auto& [known, aggregation] : aggregations) {
        if (known == name) return aggregation;
    }
    return {};
}

bool is_number(Type type) {
    return type == Type::integer || type == Type::decimal || type == Type::money;
}

std::string_view sign_text(Sign sign) {
    return sign == Sign::plus ? "+" : sign == Sign::minus ? "-" : "*";
}

}  // namespace

// Values

Typing::Typed Typing::operand(const Term& term) {
    if (const auto* named = std::get_if<NameTerm>(&term.what)) return name(term, *named);
    if (const auto* function = std::get_if<CallTerm>(&term.what)) return call(term, *function);
    if (const auto* sum = std::get_if<ArithmeticTerm>(&term.what)) return arithmetic(*sum);
    const auto& literal = std::get<LiteralTerm>(term.what);
    Operand operand{literal.type, {}, Literal{literal.value}};
    if (const auto* length = std::get_if<Duration>(&literal.value)) operand.unit = length->unit;
    if (const auto* money = std::get_if<Money>(&literal.value)) operand.currency = money->currency;
    return operand;
}

Typing::Typed Typing::name(const Term& term, const NameTerm& name) {
    if (name.alias.empty()) return bare_name(term, name);
    if (const auto source = names_.find_source(name.alias)) return field(term, *source, name.name);
    fail(term.offset, {"expression.unknown_alias", {{"name", std::string(name.alias)}}},
         did_you_mean(name.alias, names_.aliases()));
    return {};
}

Typing::Typed Typing::bare_name(const Term& term, const NameTerm& name) {
    const Source& record = names_.sources.front();
    const bool is_field = record.schema->find(name.name).has_value();
    const auto parameter = names_.find_parameter(name.name);
    if (is_field && parameter) {
        fail(term.offset, {"expression.ambiguous_name", {{"name", std::string(name.name)}}},
             write_instead(fmt::format("{}.{}", record.alias, name.name)));
        return {};
    }
    if (is_field) return field(term, 0, name.name);
    const auto derived = having_ != nullptr ? names_.find_derived(name.name) : std::nullopt;
    if (derived) {
        const Derived& value = names_.derived[*derived];
        return Operand{value.type, value.currency, DerivedOperand{*derived}, value.unit};
    }
    if (!parameter) {
        unknown_name(term, name.name);
        return {};
    }
    const ParameterType& type = names_.parameters[*parameter];
    if (type.type == Type::list) {
        fail(term.offset, {"expression.list_as_value", {{"name", type.name}}},
             Message{"expression.lists_are"});
        return {};
    }
    return Operand{type.type, type.currency, ParameterOperand{*parameter}, type.unit};
}

Typing::Typed Typing::field(const Term& term, std::size_t source, std::string_view name) {
    const auto& schema = names_.sources[source].schema;
    if (schema == nullptr) return {};
    if (const auto index = schema->find(name)) {
        const column::Field& found = schema->field(*index);
        if (!is_known_of_group(source, *index)) {
            fail(term.offset, {"expression.not_a_key", {{"name", std::string(term.text)}}},
                 Message{"expression.aggregate_it", {{"name", std::string(term.text)}}});
            return {};
        }
        return Operand{found.type, found.currency, FieldOperand{source, *index}, found.unit};
    }
    fail(term.offset,
         {"expression.unknown_field", {{"type", names_.sources[source].type}, {"name", std::string(name)}}},
         did_you_mean(name, schema->names()));
    return {};
}

// The hint knows the words of other places: an alias without its field, a field of a joined type, a code
// without its quotes.
void Typing::unknown_name(const Term& term, std::string_view name) {
    if (names_.find_source(name)) {
        fail(term.offset, {"expression.alias_as_value", {{"name", std::string(name)}}},
             Message{"expression.name_a_field", {{"name", std::string(name)}}});
        return;
    }
    std::optional<Message> hint;
    for (const Source& source : names_.sources) {
        if (hint || source.schema == nullptr) continue;
        if (source.schema->find(name)) hint = write_instead(fmt::format("{}.{}", source.alias, name));
        for (const column::Field& field : source.schema->fields()) {
            const bool is_code =
                std::ranges::find(field.codes, name, &column::Code::name) != field.codes.end();
            if (is_code) hint = write_instead(fmt::format("'{}'", name));
        }
    }
    if (!hint) hint = did_you_mean(name, names_.all());
    fail(term.offset, {"expression.unknown_name", {{"name", std::string(name)}}}, hint);
}

// Over groups, only the keys have one value for all records.
bool Typing::is_known_of_group(std::size_t source, std::size_t field) const {
    if (having_ == nullptr || !having_->keys) return true;
    return std::ranges::any_of(*having_->keys, [&](const Operand& key) {
        const auto& known = std::get<FieldOperand>(key.what);
        return known.source == source && known.field == field;
    });
}

Typing::Typed Typing::call(const Term& term, const CallTerm& call) {
    if (find_aggregation(call.function)) return aggregated(term);
    const Signature* signature = find_signature(call.function);
    if (signature == nullptr) {
        std::vector<std::string> known;
        for (const Signature& each : signatures()) known.emplace_back(each.name);
        for (const auto& [name, aggregation] : aggregations) known.emplace_back(name);
        fail(term.offset, {"expression.unknown_function", {{"name", std::string(call.function)}}},
             did_you_mean(call.function, known));
        return {};
    }
    const std::size_t count = signature->arguments.size();
    if (call.arguments.size() != count || call.distinct) {
        fail(term.offset,
             {"expression.argument_count",
              {{"function", std::string(signature->name)}, {"count", static_cast<std::int64_t>(count)}}});
        return {};
    }
    Call typed{signature->function, {}};
    for (std::size_t i = 0; i < count; ++i) {
        if (auto value = argument(call.function, call.arguments[i], signature->arguments[i])) {
            typed.arguments.push_back(std::move(*value));
        }
    }
    if (typed.arguments.size() != count) return {};
    return Operand{signature->result, {}, std::move(typed)};
}

Typing::Typed Typing::argument(std::string_view function, const Term& term, Type type) {
    auto value = operand(term);
    if (!value || value->type == type || (type == Type::decimal && is_number(value->type))) return value;
    std::optional<Message> hint = conversion(term, value->type, {type});
    if (type == Type::time && value->type == Type::date) hint = write_instead(std::string(term.text));
    fail(term.offset,
         {"expression.wrong_argument",
          {{"function", std::string(function)},
           {"expected", type_text(type)},
           {"found", type_text(value->type)}}},
         hint);
    return {};
}

// Calculations

Typing::Typed Typing::arithmetic(const ArithmeticTerm& arithmetic) {
    Typed left = operand(arithmetic.terms.front());
    bool is_known = left.has_value();
    Arithmetic typed;
    if (left) typed.operands.push_back(*left);
    const Term* left_term = &arithmetic.terms.front();
    for (std::size_t i = 0; i < arithmetic.signs.size(); ++i) {
        const Term& term = arithmetic.terms[i + 1];
        Typed right = operand(term);
        if (!right) is_known = false;
        if (!is_known) continue;
        const auto& [sign, place] = arithmetic.signs[i];
        left = together(*left, *left_term, sign, place, *right, term);
        if (!left) return {};
        typed.operands.push_back(std::move(*right));
        typed.signs.push_back(sign);
        if (!is_literal(term)) left_term = &term;
    }
    if (!is_known) return {};
    left->what = std::move(typed);
    return left;
}

Typing::Typed Typing::together(const Operand& left, const Term& left_term, Sign sign, std::size_t place,
                               const Operand& right, const Term& right_term) {
    if (sign == Sign::times) {
        const bool one_amount = (left.type == Type::money) != (right.type == Type::money);
        if (is_number(left.type) && is_number(right.type) && left.type != Type::money && !one_amount)
            return Operand{left.type == right.type ? left.type : Type::decimal};
        if (one_amount && is_number(left.type) && is_number(right.type))
            return Operand{Type::money, left.type == Type::money ? left.currency : right.currency};
    } else {
        if (left.type == Type::date && right.type == Type::duration) return Operand{Type::date};
        Operand same_left = left;
        Operand same_right = right;
        same_left.what = Literal{};
        same_right.what = Literal{};
        const bool adopted =
            (is_literal(left_term) && left.type == Type::integer && right.type == Type::decimal) ||
            (is_literal(right_term) && right.type == Type::integer && left.type == Type::decimal);
        if (adopted) return Operand{Type::decimal};
        if (left.type == right.type && is_number(left.type)) {
            if (!agree(left_term, same_left, right_term, same_right)) return {};
            return Operand{left.type, left.currency};
        }
    }
    std::optional<Message> hint = conversion(right_term, right.type, left);
    if (!hint) hint = conversion(left_term, left.type, right);
    if (left.type == Type::date && right.type == Type::date)
        hint = write_instead(fmt::format("days({}, {})", right_term.text, left_term.text));
    if (left.type == Type::date && right.type == Type::integer && is_literal(right_term))
        hint = write_instead(fmt::format("{} days", right_term.text));
    fail(place,
         {"expression.no_arithmetic",
          {{"sign", std::string(sign_text(sign))},
           {"left", type_text(left.type)},
           {"right", type_text(right.type)}}},
         hint);
    return {};
}

// Keys, windows, aggregates

std::vector<Operand> Typing::keys(const std::vector<Term>& terms) {
    std::vector<Operand> keys;
    for (const Term& term : terms) {
        const Typed key = operand(term);
        if (!key) continue;
        const auto* field = std::get_if<FieldOperand>(&key->what);
        if (field == nullptr) {
            fail(term.offset, {"expression.key_not_a_field", {{"name", std::string(term.text)}}});
            continue;
        }
        const bool again = std::ranges::any_of(keys, [&](const Operand& other) {
            const auto& known = std::get<FieldOperand>(other.what);
            return known.source == field->source && known.field == field->field;
        });
        if (again) fail(term.offset, {"expression.key_named_twice", {{"name", std::string(term.text)}}});
        keys.push_back(*key);
    }
    return keys;
}

std::optional<Operand> Typing::date_field(const Term& term) {
    const Typed field = operand(term);
    if (!field) return {};
    if (field->type == Type::date && std::holds_alternative<FieldOperand>(field->what)) return field;
    fail(term.offset, {"expression.not_a_date_field", {{"name", std::string(term.text)}}});
    return {};
}

std::optional<Operand> Typing::length_of_time(const Term& term) {
    const Typed length = operand(term);
    if (!length) return {};
    const bool is_constant = is_literal(term) || std::holds_alternative<ParameterOperand>(length->what);
    if (length->type == Type::duration && is_constant) return length;
    std::optional<Message> hint = conversion(term, length->type, {Type::duration});
    if (!hint) hint = Message{"expression.duration_form"};
    fail(term.offset, {"expression.not_a_duration", {{"name", std::string(term.text)}}}, hint);
    return {};
}

Typing::Typed Typing::aggregated(const Term& term) {
    if (having_ == nullptr || !having_->keys) {
        fail(term.offset, {"expression.aggregate_outside", {{"name", std::string(term.text)}}},
             Message{"expression.aggregates_are"});
        return {};
    }
    auto wanted = aggregate(term);
    if (!wanted) return {};
    auto& known = having_->aggregates;
    auto found = std::ranges::find(known, wanted->text, &Aggregate::text);
    if (found == known.end()) found = known.insert(known.end(), std::move(*wanted));
    const auto index = static_cast<std::size_t>(found - known.begin());
    return Operand{found->type, found->currency, DerivedOperand{index}, found->unit};
}

std::optional<Aggregate> Typing::aggregate(const Term& term) {
    const auto* call = std::get_if<CallTerm>(&term.what);
    const auto aggregation = call != nullptr ? find_aggregation(call->function) : std::nullopt;
    if (!aggregation) {
        fail(term.offset, {"expression.not_an_aggregate", {{"name", std::string(term.text)}}},
             Message{"expression.aggregates_are"});
        return {};
    }
    Aggregate aggregate{.aggregation = *aggregation, .text = std::string(term.text)};
    if (*aggregation == Aggregation::count && call->distinct)
        aggregate.aggregation = Aggregation::count_distinct;
    const std::size_t count = aggregate.aggregation == Aggregation::count ? 0 : 1;
    if (call->arguments.size() != count || (call->distinct && *aggregation != Aggregation::count)) {
        fail(term.offset,
             {"expression.argument_count",
              {{"function", std::string(call->function)}, {"count", static_cast<std::int64_t>(count)}}},
             Message{"expression.aggregates_are"});
        return {};
    }
    if (count == 0) return aggregate;
    const Term& argument = call->arguments.front();
    aggregate.argument = Typing(clause_, names_, diagnostics_).operand(argument);
    if (!aggregate.argument || !fits(argument, aggregate.aggregation, *aggregate.argument)) return {};
    if (aggregate.aggregation == Aggregation::count_distinct) return aggregate;
    const bool divides =
        aggregate.aggregation == Aggregation::mean || aggregate.aggregation == Aggregation::median;
    aggregate.type = aggregate.argument->type;
    if (divides && aggregate.type == Type::integer) aggregate.type = Type::decimal;
    aggregate.currency = aggregate.argument->currency;
    aggregate.unit = aggregate.argument->unit;
    return aggregate;
}

bool Typing::fits(const Term& term, Aggregation aggregation, const Operand& argument) {
    if (aggregation == Aggregation::count_distinct) return true;
    if (aggregation == Aggregation::min || aggregation == Aggregation::max)
        return ordered(term.offset, argument.type);
    if (is_number(argument.type)) return true;
    return fail(term.offset, {"expression.not_a_number", {{"type", type_text(argument.type)}}});
}

}  // namespace cadran::expression
