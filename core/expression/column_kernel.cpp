// SPDX-License-Identifier: Apache-2.0
#include "expression/column_kernel.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "expression/value.h"

namespace cadran::expression {

using column::Codes;
using column::Numbers;
using column::Texts;

namespace {

using Views = std::vector<std::string_view>;
constexpr std::size_t longest_searched_in_order = 8;

Operator mirrored(Operator op) {
    switch (op) {
        case Operator::less: return Operator::greater;
        case Operator::at_most: return Operator::at_least;
        case Operator::greater: return Operator::less;
        case Operator::at_least: return Operator::at_most;
        case Operator::equal:
        case Operator::different: break;
    }
    return op;
}

// Calls `use` with the operator as a function of two values.
template <typename Use>
void with(Operator op, const Use& use) {
    switch (op) {
        case Operator::equal: return use(std::equal_to<>());
        case Operator::different: return use(std::not_equal_to<>());
        case Operator::less: return use(std::less<>());
        case Operator::at_most: return use(std::less_equal<>());
        case Operator::greater: return use(std::greater<>());
        case Operator::at_least: break;
    }
    use(std::greater_equal<>());
}

Verdict verdict_of(bool value) {
    return value ? Verdict::yes : Verdict::no;
}

// A column of the record that is judged.
struct Field {
    const column::Column& column;
    const column::Field& definition;

    const Numbers* numbers() const { return std::get_if<Numbers>(&column.values); }
    const Texts* texts() const { return std::get_if<Texts>(&column.values); }
    const Codes* codes() const { return std::get_if<Codes>(&column.values); }
};

// The number as the column holds it; none where it cannot, and so equals none of the column's.
std::optional<std::int64_t> in_units(const Exact& number, const column::Field& field) {
    Wide units = number.numerator();
    if (field.type == column::Type::decimal) {
        for (int i = 0; i < field.decimals; ++i) {
            if (__builtin_mul_overflow(units, Wide{10}, &units)) return {};
        }
    }
    if (units % number.denominator() != 0) return {};
    units /= number.denominator();
    const auto whole = static_cast<std::int64_t>(units);
    if (whole != units) return {};
    return whole;
}

// Judges the nodes that it is called with; false where only the evaluator can.
class Kernel {
  public:
    Kernel(const column::RecordBatch& batch, const Evaluator& evaluator, std::span<Verdict> verdicts,
           std::size_t source)
        : batch_(batch), evaluator_(evaluator), verdicts_(verdicts), source_(source) {}

    bool operator()(const Comparison& comparison) {
        return compare(comparison.op, comparison.left, comparison.right);
    }

    bool operator()(const Between& between) {
        std::vector<Verdict> at_most(verdicts_.size());
        if (!Kernel(batch_, evaluator_, at_most, source_)
                 .compare(Operator::at_most, between.value, between.high))
            return false;
        if (!compare(Operator::at_least, between.value, between.low)) return false;
        std::ranges::transform(verdicts_, at_most, verdicts_.begin(),
                               [](Verdict left, Verdict right) { return std::min(left, right); });
        return true;
    }

    bool operator()(const Membership& membership) {
        const auto field = field_of(membership.value);
        if (!field) return false;
        if (const Numbers* numbers = field->numbers()) {
            Numbers list;
            for (const Literal& literal : membership.list) {
                if (const auto units = in_units(value_of(literal.value).number, field->definition))
                    list.push_back(*units);
            }
            fill(*field,
                 [&](std::size_t row) { return std::ranges::find(list, (*numbers)[row]) != list.end(); });
            return true;
        }
        Views list;
        for (const Literal& literal : membership.list) list.push_back(value_of(literal.value).text);
        return find_in(list, *field);
    }

    bool operator()(const ListMembership& membership) {
        const auto field = field_of(membership.value);
        if (!field || field->numbers() != nullptr) return false;
        const auto& list = std::get<column::List>(evaluator_.parameters()[membership.parameter]);
        return find_in({list.begin(), list.end()}, *field);
    }

    bool operator()(const SemiJoinMembership& membership) {
        const auto field = field_of(membership.value);
        if (!field || field->definition.type == column::Type::decimal) return false;
        const ValueSet& set = evaluator_.values_of(membership);
        if (const Numbers* numbers = field->numbers())
            fill(*field, [&](std::size_t row) { return set.contains_number((*numbers)[row]); });
        else
            fill_texts(*field, [&](std::string_view text) { return set.contains({true, 0, text}); });
        return true;
    }

    bool operator()(const Prefix& prefix) {
        const auto field = field_of(prefix.value);
        const auto start = constant(prefix.prefix);
        if (!field || !start || field->numbers() != nullptr) return false;
        fill_texts(*field, [&](std::string_view text) { return text.starts_with(start->text); });
        return true;
    }

    bool operator()(const Absence& absence) {
        const auto field = field_of(absence.value);
        if (!field) return false;
        for (std::size_t row = 0; row < verdicts_.size(); ++row)
            verdicts_[row] = verdict_of(field->column.present[row] == 0);
        return true;
    }

    bool operator()(const NoMatch&) { return false; }
    bool operator()(const Junction&) { return false; }

  private:
    std::optional<Field> field_of(const Operand& operand) const {
        const auto* field = std::get_if<FieldOperand>(&operand.what);
        if (field == nullptr || field->source != source_) return {};
        return Field{batch_.columns[field->field], batch_.schema->field(field->field)};
    }

    // Views the literal or the parameter.
    std::optional<Value> constant(const Operand& operand) const {
        if (const auto* literal = std::get_if<Literal>(&operand.what)) return value_of(literal->value);
        const auto* parameter = std::get_if<ParameterOperand>(&operand.what);
        if (parameter == nullptr) return {};
        return value_of(evaluator_.parameters()[parameter->index]);
    }

    template <typename Test>
    void fill(const Field& field, const Test& test) {
        const std::uint8_t* present = field.column.present.data();
        for (std::size_t row = 0; row < verdicts_.size(); ++row)
            verdicts_[row] = present[row] == 0 ? Verdict::unknown : verdict_of(test(row));
    }

    // Of codes, each is tested once.
    template <typename Test>
    void fill_texts(const Field& field, const Test& test) {
        if (const Texts* texts = field.texts())
            return fill(field, [&](std::size_t row) { return test(texts->at(row)); });
        std::vector<std::uint8_t> verdicts;
        for (const column::Code& code : field.definition.codes)
            verdicts.push_back(test(std::string_view(code.name)));
        const Codes& codes = *field.codes();
        fill(field, [&](std::size_t row) { return verdicts[codes[row]] != 0; });
    }

    bool find_in(const Views& list, const Field& field) {
        if (list.size() <= longest_searched_in_order) {
            fill_texts(field,
                       [&](std::string_view text) { return std::ranges::find(list, text) != list.end(); });
        } else {
            const std::unordered_set<std::string_view> set(list.begin(), list.end());
            fill_texts(field, [&](std::string_view text) { return set.contains(text); });
        }
        return true;
    }

    bool compare(Operator op, const Operand& left, const Operand& right) {
        const auto left_field = field_of(left), right_field = field_of(right);
        if (left_field && right_field) return compare(op, *left_field, *right_field);
        if (left_field) {
            const auto value = constant(right);
            return value && value->present && compare(op, *left_field, *value);
        }
        const auto value = constant(left);
        return right_field && value && value->present && compare(mirrored(op), *right_field, *value);
    }

    bool compare(Operator op, const Field& field, const Value& value) {
        const Numbers* numbers = field.numbers();
        if (numbers == nullptr) {
            with(op, [&](auto compared) {
                fill_texts(field, [&](std::string_view text) { return compared(text, value.text); });
            });
            return true;
        }
        const auto units = in_units(value.number, field.definition);
        if (!units) return false;
        with(op, [&](auto compared) {
            fill(field, [&, at = numbers->data(), with = *units](std::size_t row) {
                return compared(at[row], with);
            });
        });
        return true;
    }

    bool compare(Operator op, const Field& left, const Field& right) {
        const auto either_missing = [&](std::size_t row) {
            return left.column.present[row] == 0 || right.column.present[row] == 0;
        };
        const auto fill_both = [&](const auto& test) {
            for (std::size_t row = 0; row < verdicts_.size(); ++row)
                verdicts_[row] = either_missing(row) ? Verdict::unknown : verdict_of(test(row));
        };
        if (left.numbers() != nullptr && right.numbers() != nullptr) {
            const bool in_one_unit = left.definition.type != column::Type::decimal ||
                                     left.definition.decimals == right.definition.decimals;
            if (!in_one_unit) return false;
            const Numbers &lefts = *left.numbers(), &rights = *right.numbers();
            with(op, [&](auto compared) {
                fill_both([&](std::size_t row) { return compared(lefts[row], rights[row]); });
            });
            return true;
        }
        if (left.texts() == nullptr || right.texts() == nullptr) return false;
        with(op, [&](auto compared) {
            fill_both(
                [&](std::size_t row) { return compared(left.texts()->at(row), right.texts()->at(row)); });
        });
        return true;
    }

    const column::RecordBatch& batch_;
    const Evaluator& evaluator_;
    std::span<Verdict> verdicts_;
    std::size_t source_;
};

}  // namespace

bool judge_column(const Node& node, const column::RecordBatch& batch, const Evaluator& evaluator,
                  std::span<Verdict> verdicts, std::size_t source) {
    return std::visit(Kernel(batch, evaluator, verdicts, source), node.what);
}

}  // namespace cadran::expression
