// SPDX-License-Identifier: Apache-2.0
#include "expression/evaluator.h"

#include <stdexcept>

#include "expression/names.h"
#include "expression/value.h"

namespace cadran::expression {

using column::RecordBatch;
using column::Scalar;
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

bool fits(const Scalar& value, const ParameterType& type) {
    switch (type.type) {
        case Type::boolean: return std::holds_alternative<bool>(value);
        case Type::integer: return std::holds_alternative<std::int64_t>(value);
        case Type::money: {
            const auto* money = std::get_if<Money>(&value);
            return money != nullptr && money->currency == type.currency;
        }
        case Type::date: return std::holds_alternative<Date>(value);
        case Type::time: return std::holds_alternative<Instant>(value);
        case Type::text:
        case Type::code: return std::holds_alternative<std::string>(value);
        case Type::secret: break;
    }
    return std::holds_alternative<column::Secret>(value);
}

}  // namespace

Evaluator::Evaluator(const Query& query, std::vector<Scalar> parameters, const calendar::Zone& zone,
                     std::vector<std::shared_ptr<const JoinTable>> tables)
    : query_(query),
      parameters_(std::move(parameters)),
      zone_(zone),
      tables_(std::move(tables)),
      matches_(query.joins().size()) {
    const std::vector<ParameterType>& types = query.names()->parameters;
    if (!std::ranges::equal(parameters_, types, fits))
        throw std::invalid_argument("parameters of another query");
    bool own_tables = tables_.size() == matches_.size();
    for (std::size_t i = 0; own_tables && i < tables_.size(); ++i) {
        own_tables = tables_[i]->names() == query.names() && tables_[i]->source() == i + 1;
    }
    if (!own_tables) throw std::invalid_argument("join tables of another query");
}

Done Evaluator::go_to(const RecordBatch& batch, std::size_t row) {
    batch_ = nullptr;
    if (schema_ != batch.schema) {
        require_schema(batch, *query_.names()->sources.front().schema);
        schema_ = batch.schema;
    }
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        matches_[i] = tables_[i]->find(batch, row);
        if (matches_[i].rows != Match::Rows::several) continue;
        const Join& join = query_.joins()[i];
        return invalid({"expression.several_matches", {{"type", join.type}, {"alias", join.alias}}},
                       Message{"expression.make_key_unique"});
    }
    batch_ = &batch;
    row_ = row;
    return {};
}

// Judges a node, and its parts by itself.
struct Evaluator::Judge {
    const Evaluator& evaluator;

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
        return compare(comparison.op, evaluator.value(comparison.left), evaluator.value(comparison.right));
    }

    Truth operator()(const Between& between) const {
        const Value value = evaluator.value(between.value);
        return both(compare(Operator::at_least, value, evaluator.value(between.low)),
                    compare(Operator::at_most, value, evaluator.value(between.high)));
    }

    Truth operator()(const Membership& membership) const {
        const Value value = evaluator.value(membership.value);
        if (!value.present) return Truth::unknown;
        for (const Literal& literal : membership.list) {
            if (value == value_of(literal.value)) return Truth::yes;
        }
        return Truth::no;
    }

    Truth operator()(const Prefix& prefix) const {
        const Value value = evaluator.value(prefix.value);
        const Value start = evaluator.value(prefix.prefix);
        if (!value.present || !start.present) return Truth::unknown;
        return truth_of(value.text.starts_with(start.text));
    }

    Truth operator()(const Absence& absence) const {
        return truth_of(!evaluator.value(absence.value).present);
    }

    Truth operator()(const NoMatch& match) const {
        return truth_of(evaluator.matches_[match.source - 1].rows == Match::Rows::none);
    }
};

Truth Evaluator::where() const {
    if (batch_ == nullptr) throw std::logic_error("no record to judge");
    return query_.where() ? truth(*query_.where()) : Truth::yes;
}

Truth Evaluator::truth(const Condition& condition) const {
    if (batch_ == nullptr) throw std::logic_error("no record to judge");
    if (condition.names() != query_.names()) throw std::invalid_argument("a condition of another query");
    return Judge{*this}.truth(condition.root());
}

Value Evaluator::value(const Operand& operand) const {
    if (const auto* field = std::get_if<FieldOperand>(&operand.what)) {
        if (field->source == 0) return value_at(*batch_, row_, field->field);
        const Match& match = matches_[field->source - 1];
        return match.rows == Match::Rows::one ? value_at(*match.batch, match.row, field->field) : Value{};
    }
    if (const auto* parameter = std::get_if<ParameterOperand>(&operand.what)) {
        return value_of(parameters_[parameter->index]);
    }
    if (const auto* literal = std::get_if<Literal>(&operand.what)) return value_of(literal->value);

    const auto& call = std::get<Call>(operand.what);
    const Value first = value(call.arguments.front());
    if (!first.present) return {};
    if (call.function == Function::date) {
        return value_of(zone_.date_of(Instant{std::chrono::microseconds{first.number}}));
    }
    const Value second = value(call.arguments.back());
    return second.present ? Value{true, second.number - first.number} : Value{};
}

Scalar Evaluator::joined(std::size_t join, std::size_t field) const {
    if (batch_ == nullptr) throw std::logic_error("no record to judge");
    const Match& match = matches_.at(join);
    return match.rows == Match::Rows::one ? match.batch->scalar(match.row, field) : Scalar{};
}

}  // namespace cadran::expression
