// SPDX-License-Identifier: Apache-2.0
#include "expression/in_words.h"

#include <fmt/format.h>

#include "expression/names.h"
#include "expression/value_wording.h"

namespace cadran::expression {

using column::Scalar;
using column::Type;

namespace {

using Arguments = ValueWording::Arguments;

// A sentence speaks of what the record says; a calculation, and more so a constant, is what that is compared
// with.
int distance_from_record(const Operand& operand) {
    if (std::holds_alternative<Literal>(operand.what) ||
        std::holds_alternative<ParameterOperand>(operand.what))
        return 2;
    return std::holds_alternative<Arithmetic>(operand.what) ? 1 : 0;
}

// The operator that says the contrary; exact under three values too.
Operator contrary(Operator op) {
    switch (op) {
        case Operator::equal: return Operator::different;
        case Operator::different: return Operator::equal;
        case Operator::less: return Operator::at_least;
        case Operator::at_most: return Operator::greater;
        case Operator::greater: return Operator::at_most;
        case Operator::at_least: break;
    }
    return Operator::less;
}

// The operator that says the same with the sides exchanged.
Operator exchanged(Operator op) {
    switch (op) {
        case Operator::equal:
        case Operator::different: return op;
        case Operator::less: return Operator::greater;
        case Operator::at_most: return Operator::at_least;
        case Operator::greater: return Operator::less;
        case Operator::at_least: break;
    }
    return Operator::at_most;
}

// A negation is carried down to the predicates, each of which has words for its contrary.
class Wording {
  public:
    Wording(const Names& names, const ValueWording& values) : names_(names), values_(values) {}

    std::string node(const Node& node, bool negated) const {
        const bool contrary = node.negated != negated;
        return std::visit([&](const auto& what) { return words(what, contrary); }, node.what);
    }

  private:
    std::string words(const Junction& junction, bool negated) const {
        const bool all = junction.all != negated;
        const std::string word = all ? text("expression.words_and") : text("expression.words_or");
        std::string words;
        for (const Node& part : junction.parts) {
            const auto* inner = std::get_if<Junction>(&part.what);
            const bool mixed = inner != nullptr && (inner->all != (part.negated != negated)) != all;
            if (!words.empty()) words += word;
            words += mixed ? fmt::format("({})", node(part, negated)) : node(part, negated);
        }
        return words;
    }

    std::string words(const Comparison& comparison, bool negated) const {
        const Operator op = negated ? contrary(comparison.op) : comparison.op;
        if (distance_from_record(comparison.left) > distance_from_record(comparison.right)) {
            return compared(exchanged(op), comparison.right, comparison.left);
        }
        return compared(op, comparison.left, comparison.right);
    }

    std::string compared(Operator op, const Operand& left, const Operand& right) const {
        const auto* literal = std::get_if<Literal>(&right.what);
        if (literal == nullptr || right.type != Type::boolean) return related(op, left, object(right));
        const bool expected = std::get<bool>(literal->value) == (op == Operator::equal);
        return text(expected ? "expression.words_true" : "expression.words_false", {{"left", subject(left)}});
    }

    std::string related(Operator op, const Operand& left, std::string right) const {
        const Arguments sides{{"left", subject(left)}, {"right", std::move(right)}};
        const bool moment = left.type == Type::date || left.type == Type::time;
        switch (op) {
            case Operator::equal:
                return text(left.type == Type::date ? "expression.words_same_day" : "expression.words_equal",
                            sides);
            case Operator::different: return text("expression.words_different", sides);
            case Operator::less:
                return text(moment ? "expression.words_before" : "expression.words_below", sides);
            case Operator::at_most:
                return text(moment ? "expression.words_at_latest" : "expression.words_at_most", sides);
            case Operator::greater:
                return text(moment ? "expression.words_after" : "expression.words_above", sides);
            case Operator::at_least: break;
        }
        return text(moment ? "expression.words_at_earliest" : "expression.words_at_least", sides);
    }

    std::string words(const Between& between, bool negated) const {
        const Arguments arguments{
            {"value", subject(between.value)}, {"low", object(between.low)}, {"high", object(between.high)}};
        return text(negated ? "expression.words_not_between" : "expression.words_between", arguments);
    }

    // A list reads as one thing to be equal to: `a, b or c`.
    std::string words(const Membership& membership, bool negated) const {
        const Operand& value = membership.value;
        std::vector<std::string> items;
        for (const Literal& literal : membership.list)
            items.push_back(object({value.type, value.currency, literal}));
        return related(negated ? Operator::different : Operator::equal, value, values_.any_of(items));
    }

    std::string words(const ListMembership& membership, bool negated) const {
        const Arguments sides{{"left", subject(membership.value)},
                              {"right", values_.list_parameter(membership.parameter)}};
        return text(negated ? "expression.words_not_in_list" : "expression.words_in_list", sides);
    }

    std::string words(const SemiJoinMembership& membership, bool negated) const {
        const auto& schema = *names_.types.at(membership.type);
        const Arguments arguments{
            {"value", subject(membership.value)},
            {"field",
             values_.quoted(values_.field_title(schema.field(schema.find(membership.field).value())))},
            {"type", membership.type}};
        return text(negated ? "expression.words_not_in_type" : "expression.words_in_type", arguments);
    }

    std::string words(const Prefix& prefix, bool negated) const {
        const Arguments sides{{"left", subject(prefix.value)}, {"right", object(prefix.prefix)}};
        return text(negated ? "expression.words_not_starting" : "expression.words_starting", sides);
    }

    std::string words(const Absence& absence, bool negated) const {
        const Arguments arguments{{"value", subject(absence.value)}};
        return text(negated ? "expression.words_not_missing" : "expression.words_missing", arguments);
    }

    std::string words(const NoMatch& match, bool negated) const {
        const Arguments arguments{{"alias", names_.sources[match.source].alias}};
        return text(negated ? "expression.words_match" : "expression.words_no_match", arguments);
    }

    std::string text(std::string id, Arguments arguments = {}) const {
        return values_.text(std::move(id), std::move(arguments));
    }
    std::string subject(const Operand& operand) const { return values_.subject(operand); }
    std::string object(const Operand& operand) const { return values_.object(operand); }

    const Names& names_;
    ValueWording values_;
};

Decimal hundredfold(Decimal rate) {
    for (int digits = 2; digits > 0; --digits) {
        if (rate.scale > 0)
            --rate.scale;
        else
            rate.units *= 10;
    }
    return rate;
}

// The clauses behind `where`, each of which is a fragment.
std::vector<std::string> clauses_of(const Query& query, const ValueWording& values, const Wording& wording,
                                    const Catalogue& catalogue) {
    const Plan& plan = query.plan();
    std::vector<std::string> clauses;
    if (plan.group)
        clauses.push_back(values.text("expression.words_group", {{"keys", values.all_of(*plan.group)}}));
    if (plan.having) {
        clauses.push_back(
            values.text("expression.words_having", {{"condition", wording.node(*plan.having, false)}}));
    }
    if (plan.history)
        clauses.push_back(
            values.text("expression.words_history", {{"length", values.object(*plan.history)}}));
    if (!plan.sample) return clauses;
    const SamplePlan& sample = *plan.sample;
    std::string words = sample.rate ? values.text("expression.words_sample_rate",
                                                  {{"rate", catalogue.percent(hundredfold(*sample.rate))}})
                                    : values.text("expression.words_sample_size", {{"count", sample.size}});
    if (!sample.by.empty()) {
        words =
            values.text("expression.words_strata", {{"sample", words}, {"keys", values.all_of(sample.by)}});
    }
    clauses.push_back(std::move(words));
    return clauses;
}

}  // namespace

std::string in_words(const Condition& condition, const Catalogue& catalogue,
                     std::span<const Scalar> parameters) {
    const ValueWording values(*condition.names(), nullptr, catalogue, parameters);
    return Wording(*condition.names(), values).node(condition.root(), false);
}

std::string in_words(const Query& query, const Catalogue& catalogue, std::span<const Scalar> parameters) {
    const ValueWording values(*query.names(), &query.plan(), catalogue, parameters);
    const Wording wording(*query.names(), values);
    std::string words = query.where() ? wording.node(query.where()->root(), false)
                                      : values.text("expression.words_all_records");
    for (const std::string& clause : clauses_of(query, values, wording, catalogue))
        words = values.text("expression.words_then", {{"first", words}, {"next", clause}});
    return words;
}

}  // namespace cadran::expression
