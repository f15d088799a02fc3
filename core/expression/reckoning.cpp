// SPDX-License-Identifier: Apache-2.0
#include "expression/reckoning.h"

#include <stdexcept>

#include "calendar/deadline.h"
#include "expression/function.h"

namespace cadran::expression {

using column::Type;

namespace {

constexpr Truth truth_of(bool value) {
    return value ? Truth::yes : Truth::no;
}

constexpr Truth opposite(Truth truth) {
    if (truth == Truth::unknown) return truth;
    return truth == Truth::yes ? Truth::no : Truth::yes;
}

constexpr Truth both(Truth left, Truth right) {
    if (left == Truth::no || right == Truth::no) return Truth::no;
    return left == Truth::yes && right == Truth::yes ? Truth::yes : Truth::unknown;
}

constexpr Truth either(Truth left, Truth right) {
    return opposite(both(opposite(left), opposite(right)));
}

Truth compare(Operator op, const Value& left, const Value& right) {
    if (!left.present || !right.present) return Truth::unknown;
    switch (op) {
        case Operator::equal: return truth_of(left == right);
        case Operator::different: return truth_of(left != right);
        case Operator::less: return truth_of(left < right);
        case Operator::at_most: return truth_of(left <= right);
        case Operator::greater: return truth_of(left > right);
        case Operator::at_least: break;
    }
    return truth_of(left >= right);
}

// Judges a node, and its parts by itself.
struct Judge {
    const Bindings& bindings;

    Value value(const Operand& operand) const { return value_of(operand, bindings); }

    Truth truth(const Node& node) const {
        const Truth truth = std::visit(*this, node.what);
        return node.negated ? opposite(truth) : truth;
    }

    Truth operator()(const Junction& junction) const {
        Truth result = truth_of(junction.all);
        for (const Node& part : junction.parts) {
            result = junction.all ? both(result, truth(part)) : either(result, truth(part));
            if (result == truth_of(!junction.all)) break;
        }
        return result;
    }

    Truth operator()(const Comparison& comparison) const {
        return compare(comparison.op, value(comparison.left), value(comparison.right));
    }

    Truth operator()(const Between& between) const {
        const Value middle = value(between.value);
        return both(compare(Operator::at_least, middle, value(between.low)),
                    compare(Operator::at_most, middle, value(between.high)));
    }

    Truth operator()(const Membership& membership) const {
        const Value member = value(membership.value);
        if (!member.present) return Truth::unknown;
        for (const Literal& literal : membership.list) {
            if (member == value_of(literal.value)) return Truth::yes;
        }
        return Truth::no;
    }

    Truth operator()(const ListMembership& membership) const {
        const Value member = value(membership.value);
        if (!member.present) return Truth::unknown;
        const auto& list = std::get<column::List>(bindings.parameters[membership.parameter]);
        return truth_of(std::ranges::find(list, member.text) != list.end());
    }

    Truth operator()(const SemiJoinMembership& membership) const {
        const Value member = value(membership.value);
        if (!member.present) return Truth::unknown;
        return truth_of(set_of(membership, bindings.sets).contains(member));
    }

    Truth operator()(const Prefix& prefix) const {
        const Value text = value(prefix.value);
        const Value start = value(prefix.prefix);
        if (!text.present || !start.present) return Truth::unknown;
        return truth_of(text.text.starts_with(start.text));
    }

    Truth operator()(const Absence& absence) const { return truth_of(!value(absence.value).present); }

    Truth operator()(const NoMatch& match) const {
        return truth_of(bindings.matches[match.source - 1].rows == Match::Rows::none);
    }
};

// A date and a length of time.
Value shifted(const Value& date, Sign sign, const Value& length, TimeUnit unit, const Bindings& bindings) {
    const Date start{std::chrono::sys_days{std::chrono::days{date.number.rounded()}}};
    const std::int64_t count = length.number.rounded();
    const auto end =
        calendar::add(start, {sign == Sign::minus ? -count : count, unit}, bindings.locality.region);
    if (!end) throw std::overflow_error("a date outside the calendar");
    return value_of(column::Scalar(*end));
}

Value result(const Arithmetic& arithmetic, const Bindings& bindings) {
    Value total = exact_value_of(arithmetic.operands.front(), bindings);
    for (std::size_t i = 0; i < arithmetic.signs.size(); ++i) {
        const Operand& operand = arithmetic.operands[i + 1];
        const Value next = exact_value_of(operand, bindings);
        if (!total.present || !next.present) return {};
        if (operand.type == Type::duration) {
            total = shifted(total, arithmetic.signs[i], next, operand.unit, bindings);
            continue;
        }
        switch (arithmetic.signs[i]) {
            case Sign::plus: total.number = total.number + next.number; break;
            case Sign::minus: total.number = total.number - next.number; break;
            case Sign::times: total.number = total.number * next.number; break;
        }
    }
    return total;
}

}  // namespace

Value Bindings::field(const FieldOperand& operand) const {
    if (operand.source == 0) return value_at(batch, row, operand.field);
    const Match& match = matches[operand.source - 1];
    return match.rows == Match::Rows::one ? value_at(*match.batch, match.row, operand.field) : Value{};
}

const ValueSet& set_of(const SemiJoinMembership& membership,
                       std::span<const std::shared_ptr<const ValueSet>> sets) {
    for (const auto& set : sets) {
        if (set->of() == SemiJoin{membership.type, membership.field}) return *set;
    }
    throw std::invalid_argument("no values of " + membership.type + "." + membership.field);
}

Truth truth_of(const Node& node, const Bindings& bindings) {
    return Judge{bindings}.truth(node);
}

Value finished(Value value, Type type) {
    const bool whole = type == Type::money || type == Type::integer;
    if (value.present && whole) value.number = value.number.rounded();
    return value;
}

Value value_of(const Operand& operand, const Bindings& bindings) {
    return finished(exact_value_of(operand, bindings), operand.type);
}

Value exact_value_of(const Operand& operand, const Bindings& bindings) {
    if (const auto* field = std::get_if<FieldOperand>(&operand.what)) return bindings.field(*field);
    if (const auto* parameter = std::get_if<ParameterOperand>(&operand.what)) {
        return value_of(bindings.parameters[parameter->index]);
    }
    if (const auto* literal = std::get_if<Literal>(&operand.what)) return value_of(literal->value);
    if (const auto* derived = std::get_if<DerivedOperand>(&operand.what))
        return bindings.derived[derived->index];
    if (const auto* arithmetic = std::get_if<Arithmetic>(&operand.what)) return result(*arithmetic, bindings);
    const auto& function = std::get<Call>(operand.what);
    std::vector<Value> arguments;
    for (const Operand& argument : function.arguments) arguments.push_back(value_of(argument, bindings));
    return call(function.function, arguments, bindings.locality);
}

}  // namespace cadran::expression
