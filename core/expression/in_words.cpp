// SPDX-License-Identifier: Apache-2.0
#include "expression/in_words.h"

#include <fmt/format.h>

#include "expression/names.h"

namespace cadran::expression {

using column::Scalar;
using column::Type;

namespace {

using Arguments = std::vector<std::pair<std::string, Argument>>;

bool is_constant(const Operand& operand) {
    return std::holds_alternative<Literal>(operand.what) ||
           std::holds_alternative<ParameterOperand>(operand.what);
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

// A negation is carried down to the predicates, each of which has words for its contrary. The French words
// keep their form whatever the gender of a field's title.
class Wording {
  public:
    Wording(const Names& names, const Catalogue& catalogue, std::span<const Scalar> parameters)
        : names_(names), catalogue_(catalogue), parameters_(parameters) {}

    std::string node(const Node& node, bool negated) const {
        const bool contrary = node.negated != negated;
        return std::visit([&](const auto& what) { return words(what, contrary); }, node.what);
    }

  private:
    std::string text(std::string id, Arguments arguments = {}) const {
        return catalogue_.text(Message{std::move(id), std::move(arguments)});
    }

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
        if (is_constant(comparison.left) && !is_constant(comparison.right)) {
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
        std::string list;
        for (const Literal& literal : membership.list) {
            const bool last = &literal == &membership.list.back();
            if (!list.empty()) list += last ? text("expression.words_or") : std::string(", ");
            list += object({value.type, value.currency, literal});
        }
        return related(negated ? Operator::different : Operator::equal, value, std::move(list));
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

    // An operand that something is said of.
    std::string subject(const Operand& operand) const {
        const auto* field = std::get_if<FieldOperand>(&operand.what);
        if (field != nullptr) return of_source(*field, title(*field));
        const auto* call = std::get_if<Call>(&operand.what);
        // The day of an instant goes by the instant's name: it is only compared with days.
        if (call != nullptr && call->function == Function::date) return subject(call->arguments.front());
        return object(operand);
    }

    // An operand that another is compared with; names stand in quotes.
    std::string object(const Operand& operand) const {
        if (const auto* field = std::get_if<FieldOperand>(&operand.what))
            return of_source(*field, quoted(title(*field)));
        if (const auto* parameter = std::get_if<ParameterOperand>(&operand.what)) {
            if (parameter->index < parameters_.size()) return constant(parameters_[parameter->index]);
            return quoted(names_.parameters[parameter->index].name);
        }
        if (const auto* literal = std::get_if<Literal>(&operand.what)) {
            const std::string& code = catalogue_.text(literal->title);
            return code.empty() ? constant(literal->value) : quoted(code);
        }
        const auto& call = std::get<Call>(operand.what);
        if (call.function == Function::date) return object(call.arguments.front());
        return text("expression.words_days",
                    {{"from", object(call.arguments.front())}, {"to", object(call.arguments.back())}});
    }

    std::string constant(const Scalar& value) const {
        if (const auto* flag = std::get_if<bool>(&value)) {
            return *flag ? text("expression.words_yes") : text("expression.words_no");
        }
        if (const auto* date = std::get_if<Date>(&value))
            return text("expression.words_day", {{"date", *date}});
        if (const auto* string = std::get_if<std::string>(&value)) return quoted(*string);
        return catalogue_.fill("{value}", {{"value", column::argument(value)}});
    }

    std::string title(const FieldOperand& operand) const {
        const column::Field& field = names_.sources[operand.source].schema->field(operand.field);
        const std::string& title = catalogue_.text(field.title);
        return title.empty() ? field.name : title;
    }

    std::string of_source(const FieldOperand& operand, std::string name) const {
        if (operand.source == 0) return name;
        return fmt::format("{} ({})", name, names_.sources[operand.source].alias);
    }

    std::string quoted(std::string name) const {
        return text("expression.words_quoted", {{"text", std::move(name)}});
    }

    const Names& names_;
    const Catalogue& catalogue_;
    std::span<const Scalar> parameters_;
};

}  // namespace

std::string in_words(const Condition& condition, const Catalogue& catalogue,
                     std::span<const Scalar> parameters) {
    return Wording(*condition.names(), catalogue, parameters).node(condition.root(), false);
}

}  // namespace cadran::expression
