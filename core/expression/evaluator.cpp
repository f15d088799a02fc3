// SPDX-License-Identifier: Apache-2.0
#include "expression/evaluator.h"

#include <set>
#include <stdexcept>

#include "expression/lacking.h"
#include "expression/names.h"
#include "expression/reckoning.h"

namespace cadran::expression {

using column::RecordBatch;
using column::Scalar;
using column::Type;

namespace {

bool fits(const Scalar& value, const ParameterType& type) {
    switch (type.type) {
        case Type::boolean: return std::holds_alternative<bool>(value);
        case Type::integer: return std::holds_alternative<std::int64_t>(value);
        case Type::money: {
            const auto* money = std::get_if<Money>(&value);
            return money != nullptr && money->currency == type.currency;
        }
        case Type::decimal: return std::holds_alternative<Decimal>(value);
        case Type::duration: {
            const auto* duration = std::get_if<Duration>(&value);
            return duration != nullptr && duration->unit == type.unit;
        }
        case Type::list: return std::holds_alternative<column::List>(value);
        case Type::date: return std::holds_alternative<Date>(value);
        case Type::time: return std::holds_alternative<Instant>(value);
        case Type::text:
        case Type::code: return std::holds_alternative<std::string>(value);
        case Type::secret: break;
    }
    return std::holds_alternative<column::Secret>(value);
}

}  // namespace

Evaluator::Evaluator(const Query& query, std::vector<Scalar> parameters, calendar::Locality locality,
                     std::vector<std::shared_ptr<const JoinTable>> tables,
                     std::vector<std::shared_ptr<const ValueSet>> sets)
    : query_(query),
      parameters_(std::move(parameters)),
      locality_(std::move(locality)),
      tables_(std::move(tables)),
      sets_(std::move(sets)),
      matches_(query.joins().size()) {
    const std::vector<ParameterType>& types = query.names()->parameters;
    if (!std::ranges::equal(parameters_, types, fits))
        throw std::invalid_argument("parameters of another query");
    bool own_tables = tables_.size() == matches_.size();
    for (std::size_t i = 0; own_tables && i < tables_.size(); ++i) {
        own_tables = tables_[i]->serves(query, i);
    }
    if (!own_tables) throw std::invalid_argument("join tables of another query");
    for (const SemiJoin& semi_join : query.semi_joins()) {
        const auto is_of = [&](const auto& set) { return set->of() == semi_join; };
        if (std::ranges::none_of(sets_, is_of)) throw std::invalid_argument("no values of " + semi_join.type);
    }
}

void Evaluator::know(const RecordBatch& batch) {
    if (schema_ == batch.schema) return;
    require_schema(batch, *query_.names()->sources.front().schema);
    schema_ = batch.schema;
}

Done Evaluator::go_to(const RecordBatch& batch, std::size_t row) {
    batch_ = nullptr;
    know(batch);
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        matches_[i] = tables_[i]->find(batch, row);
        if (matches_[i].rows != Match::Rows::several) continue;
        const Join& join = query_.joins()[i];
        return invalid({"expression.several_matches", {{"type", join.type}, {"alias", join.alias}}},
                       Message{"expression.make_key_unique"});
    }
    batch_ = &batch;
    row_ = row;
    try {
        where_ = query_.where() ? truth_of(query_.where()->root(), bindings()) : Truth::yes;
    } catch (const std::overflow_error&) {
        batch_ = nullptr;
        return invalid({"expression.overflow"}, Message{"expression.check_the_numbers"});
    }
    return {};
}

void Evaluator::return_to(const RecordBatch& batch, std::size_t row) {
    if (batch_ == &batch && row_ == row) return;
    know(batch);
    for (std::size_t i = 0; i < tables_.size(); ++i) matches_[i] = tables_[i]->find(batch, row);
    batch_ = &batch;
    row_ = row;
    where_ = Truth::yes;
}

Truth Evaluator::where() const {
    if (batch_ == nullptr) throw std::logic_error("no record to judge");
    return where_;
}

Truth Evaluator::truth(const Condition& condition) const {
    if (batch_ == nullptr) throw std::logic_error("no record to judge");
    if (condition.names() != query_.names()) throw std::invalid_argument("a condition of another query");
    try {
        return truth_of(condition.root(), bindings());
    } catch (const std::overflow_error&) {
        return Truth::unknown;
    }
}

Bindings Evaluator::bindings(std::span<const Value> derived) const {
    if (batch_ == nullptr) throw std::logic_error("no record to judge");
    return {*batch_, row_, matches_, parameters_, sets_, derived, locality_};
}

Truth Evaluator::truth(const Node& node, std::span<const Value> derived) const {
    return truth_of(node, bindings(derived));
}
Value Evaluator::value(const Operand& operand) const {
    return value_of(operand, bindings());
}
Value Evaluator::exact_value(const Operand& operand) const {
    return exact_value_of(operand, bindings());
}

const ValueSet& Evaluator::values_of(const SemiJoinMembership& membership) const {
    return set_of(membership, sets_);
}

void Evaluator::stand_before(const RecordBatch& batch) {
    batch_ = nullptr;
    know(batch);
    ahead_ = &batch;
}

bool Evaluator::joins_may_fail() const {
    return std::ranges::any_of(tables_, [](const auto& table) { return table->has_several(); });
}

bool Evaluator::join_fails(std::size_t row) const {
    return std::ranges::any_of(
        tables_, [&](const auto& table) { return table->find(*ahead_, row).rows == Match::Rows::several; });
}

Truth Evaluator::truth_at(std::size_t row, const Node& node) {
    for (std::size_t i = 0; i < tables_.size(); ++i) matches_[i] = tables_[i]->find(*ahead_, row);
    return truth_of(node, {*ahead_, row, matches_, parameters_, sets_, {}, locality_});
}

Truth Evaluator::truth_of_joined(std::size_t join, std::uint32_t place, const Node& node) {
    matches_[join] = tables_[join]->match(place);
    return truth_of(node, {*ahead_, 0, matches_, parameters_, sets_, {}, locality_});
}

std::vector<std::string> Evaluator::named(const std::vector<FieldOperand>& fields) const {
    std::set<std::string> names;
    for (const FieldOperand& operand : fields) {
        const Source& source = query_.names()->sources[operand.source];
        const std::string& name = source.schema->field(operand.field).name;
        if (operand.source == 0)
            names.insert(name);
        else
            names.insert(matches_[operand.source - 1].rows == Match::Rows::one ? source.alias + "." + name
                                                                               : source.alias);
    }
    return {names.begin(), names.end()};
}

std::vector<std::string> Evaluator::lacking() const {
    const Bindings here = bindings();
    return query_.where() ? named(expression::lacking(query_.where()->root(), here))
                          : std::vector<std::string>{};
}

std::vector<std::string> Evaluator::lacking(const Operand& operand) const {
    return named(expression::lacking(operand, bindings()));
}

Scalar Evaluator::joined(std::size_t join, std::size_t field) const {
    if (batch_ == nullptr) throw std::logic_error("no record to judge");
    const Match& match = matches_.at(join);
    return match.rows == Match::Rows::one ? match.batch->scalar(match.row, field) : Scalar{};
}

}  // namespace cadran::expression
