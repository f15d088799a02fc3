// SPDX-License-Identifier: Apache-2.0
#include "expression/typing.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::expression {

using column::Type;

namespace {

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

bool has_order(Type type) {
    return type != Type::boolean && type != Type::code && type != Type::secret;
}

// How to say the value of a term so that it has the type of another; none where it cannot be said.
std::optional<Message> conversion(const Term& term, Type from, const Operand& to) {
    if (from == Type::time && to.type == Type::date) return write_instead(fmt::format("date({})", term.text));
    const auto* literal = std::get_if<LiteralTerm>(&term.what);
    if (literal == nullptr) return {};
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

}  // namespace

bool Typing::fail(std::size_t offset, Message what, std::optional<Message> hint) {
    diagnostics_.push_back({place_at(clause_, offset), std::move(what), std::move(hint)});
    return false;
}

// Values

Typing::Typed Typing::operand(const Term& term) {
    if (const auto* named = std::get_if<NameTerm>(&term.what)) return name(term, *named);
    if (const auto* function = std::get_if<CallTerm>(&term.what)) return call(term, *function);
    const auto& literal = std::get<LiteralTerm>(term.what);
    Operand operand{literal.type, {}, Literal{literal.value}};
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
    if (!parameter) {
        unknown_name(term, name.name);
        return {};
    }
    const ParameterType& type = names_.parameters[*parameter];
    return Operand{type.type, type.currency, ParameterOperand{*parameter}};
}

Typing::Typed Typing::field(const Term& term, std::size_t source, std::string_view name) {
    const auto& schema = names_.sources[source].schema;
    if (schema == nullptr) return {};
    if (const auto index = schema->find(name)) {
        const column::Field& found = schema->field(*index);
        return Operand{found.type, found.currency, FieldOperand{source, *index}};
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

Typing::Typed Typing::call(const Term& term, const CallTerm& call) {
    static const std::vector<std::string> known{"date", "days"};
    const auto found = std::ranges::find(known, call.function);
    if (found == known.end()) {
        fail(term.offset, {"expression.unknown_function", {{"name", std::string(call.function)}}},
             did_you_mean(call.function, known));
        return {};
    }
    const bool is_date = *found == "date";
    const std::size_t count = is_date ? 1 : 2;
    if (call.arguments.size() != count) {
        fail(term.offset, {"expression.argument_count",
                           {{"function", *found}, {"count", static_cast<std::int64_t>(count)}}});
        return {};
    }
    Call typed{is_date ? Function::date : Function::days, {}};
    for (const Term& each : call.arguments) {
        if (auto value = argument(call.function, each, is_date ? Type::time : Type::date)) {
            typed.arguments.push_back(std::move(*value));
        }
    }
    if (typed.arguments.size() != count) return {};
    return Operand{is_date ? Type::date : Type::integer, {}, std::move(typed)};
}

Typing::Typed Typing::argument(std::string_view function, const Term& term, Type type) {
    auto value = operand(term);
    if (!value || value->type == type) return value;
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

// What goes together

std::span<const column::Code> Typing::codes_of(const Operand& operand) const {
    const auto* field = std::get_if<FieldOperand>(&operand.what);
    if (field == nullptr) return {};
    return names_.sources[field->source].schema->field(field->field).codes;
}

// A text literal beside a code is one of its values.
bool Typing::adopt_code(const Term& term, Operand& literal, const Operand& code) {
    auto& value = std::get<Literal>(literal.what);
    const auto& name = std::get<std::string>(value.value);
    literal.type = Type::code;
    const auto codes = codes_of(code);
    if (codes.empty()) return true;
    const auto found = std::ranges::find(codes, name, &column::Code::name);
    if (found != codes.end()) {
        value.title = found->title;
        return true;
    }
    std::vector<std::string> known;
    for (const column::Code& each : codes) known.push_back(each.name);
    std::optional<Message> hint = did_you_mean(name, known);
    if (!hint)
        hint = Message{"expression.known_codes", {{"codes", fmt::format("'{}'", fmt::join(known, "', '"))}}};
    return fail(term.offset, {"expression.unknown_code", {{"code", name}}}, hint);
}

bool Typing::agree(const Term& left, Operand& left_operand, const Term& right, Operand& right_operand) {
    if (left_operand.type == Type::code && right_operand.type == Type::text && is_literal(right)) {
        return adopt_code(right, right_operand, left_operand);
    }
    if (right_operand.type == Type::code && left_operand.type == Type::text && is_literal(left)) {
        return adopt_code(left, left_operand, right_operand);
    }
    const std::size_t offset = is_literal(left) && !is_literal(right) ? left.offset : right.offset;
    if (left_operand.type != right_operand.type) {
        std::optional<Message> hint = conversion(right, right_operand.type, left_operand);
        if (!hint) hint = conversion(left, left_operand.type, right_operand);
        return fail(offset,
                    {"expression.incomparable",
                     {{"left", type_text(left_operand.type)}, {"right", type_text(right_operand.type)}}},
                    hint);
    }
    if (left_operand.type != Type::money || left_operand.currency == right_operand.currency) return true;
    return fail(offset, {"expression.mixed_currencies",
                         {{"left", std::string(left_operand.currency.code)},
                          {"right", std::string(right_operand.currency.code)}}});
}

bool Typing::ordered(std::size_t sign, Type type) {
    if (has_order(type)) return true;
    return fail(sign, {"expression.no_order", {{"type", type_text(type)}}},
                Message{"expression.compare_for_equality"});
}

// Conditions

Node Typing::comparison(Operator op, std::size_t sign, const Term& left, const Term& right) {
    Typed left_operand = operand(left);
    Typed right_operand = operand(right);
    if (!left_operand || !right_operand || !agree(left, *left_operand, right, *right_operand)) return {};
    const bool equality = op == Operator::equal || op == Operator::different;
    if (!equality && !ordered(sign, left_operand->type)) return {};
    return {false, Comparison{op, std::move(*left_operand), std::move(*right_operand)}};
}

Node Typing::between(std::size_t sign, const Term& value, const Term& low, const Term& high) {
    Typed middle = operand(value);
    Typed least = operand(low);
    Typed greatest = operand(high);
    if (!middle) return {};
    const bool low_agrees = least && agree(value, *middle, low, *least);
    const bool high_agrees = greatest && agree(value, *middle, high, *greatest);
    if (!low_agrees || !high_agrees || !ordered(sign, middle->type)) return {};
    return {false, Between{std::move(*middle), std::move(*least), std::move(*greatest)}};
}

Node Typing::membership(const Term& value, const std::vector<Term>& list) {
    Typed member = operand(value);
    if (!member) return {};
    Membership membership{std::move(*member), {}};
    for (const Term& term : list) {
        Operand element = *operand(term);  // a literal always has a type
        if (agree(value, membership.value, term, element)) {
            membership.list.push_back(std::get<Literal>(std::move(element.what)));
        }
    }
    return {false, std::move(membership)};
}

Node Typing::prefix(const Term& value, const Term& prefix) {
    Typed text = operand(value);
    Typed start = operand(prefix);
    for (const auto& [term, typed] : {std::pair{&value, &text}, std::pair{&prefix, &start}}) {
        if (!*typed || (*typed)->type == Type::text) continue;
        fail(term->offset, {"expression.not_text", {{"type", type_text((*typed)->type)}}},
             conversion(*term, (*typed)->type, {Type::text}));
    }
    if (!text || !start) return {};
    return {false, Prefix{std::move(*text), std::move(*start)}};
}

Node Typing::absence(const Term& value) {
    const auto never_missing = [&] {
        fail(value.offset, {"expression.never_missing", {{"name", std::string(value.text)}}});
        return Node{};
    };
    const auto* named = std::get_if<NameTerm>(&value.what);
    const auto source =
        named != nullptr && named->alias.empty() ? names_.find_source(named->name) : std::nullopt;
    if (source) {
        const bool is_field = names_.sources.front().schema->find(named->name).has_value();
        if (is_field || names_.find_parameter(named->name)) {
            fail(value.offset, {"expression.ambiguous_name", {{"name", std::string(named->name)}}});
            return {};
        }
        return *source == 0 ? never_missing() : Node{false, NoMatch{*source}};
    }
    Typed typed = operand(value);
    if (!typed) return {};
    const bool constant = is_literal(value) || std::holds_alternative<ParameterOperand>(typed->what);
    return constant ? never_missing() : Node{false, Absence{std::move(*typed)}};
}

std::optional<Equality> Typing::equality(const Term& left, const Term& right) {
    const std::size_t joined = names_.sources.size() - 1;
    Typed left_operand;
    const auto* named = std::get_if<NameTerm>(&left.what);
    if (named != nullptr && named->alias.empty()) {
        left_operand = field(left, joined, named->name);
    } else {
        fail(left.offset, {"expression.join_left", {{"type", names_.sources[joined].type}}},
             Message{"expression.join_form"});
    }
    Typed right_operand = operand(right);
    if (!right_operand) return {};
    const auto* other = std::get_if<FieldOperand>(&right_operand->what);
    if (!is_literal(right) && (other == nullptr || other->source != 0)) {
        fail(right.offset, {"expression.join_right", {{"type", names_.sources.front().type}}},
             Message{"expression.join_form"});
        return {};
    }
    if (!left_operand || !agree(left, *left_operand, right, *right_operand)) return {};
    return Equality{std::get<FieldOperand>(left_operand->what).field, std::move(*right_operand)};
}

}  // namespace cadran::expression
