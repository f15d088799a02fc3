// SPDX-License-Identifier: Apache-2.0
#include "expression/typing.h"

#include <algorithm>

#include <fmt/format.h>

#include "expression/hint.h"

namespace cadran::expression {

using column::Type;

namespace {

bool has_order(Type type) {
    return type != Type::boolean && type != Type::code && type != Type::secret && type != Type::list;
}

}  // namespace

bool Typing::fail(std::size_t offset, Message what, std::optional<Message> hint) {
    diagnostics_.push_back({place_at(clause_, offset), std::move(what), std::move(hint)});
    return false;
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
    for (const auto& [literal, literal_operand, other] :
         {std::tuple(&left, &left_operand, &right_operand),
          std::tuple(&right, &right_operand, &left_operand)}) {
        if (is_literal(*literal) && literal_operand->type == Type::integer && other->type == Type::decimal)
            literal_operand->type = Type::decimal;
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
    if (left_operand.type == Type::duration && left_operand.unit != right_operand.unit) {
        return fail(offset, {"expression.mixed_units",
                             {{"left", std::string(unit_name(left_operand.unit))},
                              {"right", std::string(unit_name(right_operand.unit))}}});
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

Node Typing::membership(const Term& value, const Term& list) {
    Typed member = operand(value);
    const auto* named = std::get_if<NameTerm>(&list.what);
    if (named == nullptr) {
        fail(list.offset, {"expression.not_a_list", {{"name", std::string(list.text)}}},
             Message{"expression.lists_are"});
        return {};
    }
    if (named->alias.empty()) return in_parameter(value, std::move(member), list);
    const auto type = names_.types.find(std::string(named->alias));
    if (type == names_.types.end()) {
        std::vector<std::string> known;
        for (const auto& [name, schema] : names_.types) known.push_back(name);
        fail(list.offset, {"expression.unknown_type", {{"name", std::string(named->alias)}}},
             did_you_mean(named->alias, known));
        return {};
    }
    const auto index = type->second->find(named->name);
    if (!index) {
        fail(list.offset,
             {"expression.unknown_field", {{"type", type->first}, {"name", std::string(named->name)}}},
             did_you_mean(named->name, type->second->names()));
        return {};
    }
    const column::Field& field = type->second->field(*index);
    Operand other{field.type, field.currency, Literal{}, field.unit};
    if (!member || !agree(value, *member, list, other)) return {};
    return {false, SemiJoinMembership{std::move(*member), type->first, field.name}};
}

Node Typing::in_parameter(const Term& value, Typed member, const Term& list) {
    const auto parameter = names_.find_parameter(list.text);
    if (!parameter || names_.parameters[*parameter].type != Type::list) {
        fail(list.offset, {"expression.not_a_list", {{"name", std::string(list.text)}}},
             Message{"expression.lists_are"});
        return {};
    }
    if (!member) return {};
    if (member->type != Type::text && member->type != Type::code) {
        fail(value.offset, {"expression.list_of_texts", {{"type", type_text(member->type)}}});
        return {};
    }
    return {false, ListMembership{std::move(*member), *parameter}};
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
