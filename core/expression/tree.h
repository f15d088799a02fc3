// SPDX-License-Identifier: Apache-2.0
// A condition after its names and types are settled; only this layer sees it.
#pragma once

#include <functional>
#include <variant>
#include <vector>

#include "column/scalar.h"

namespace cadran::expression {

struct Operand;

// Source 0 is the record that is judged, source n the row that the n-th join found.
struct FieldOperand {
    std::size_t source = 0;
    std::size_t field = 0;
};

struct ParameterOperand {
    std::size_t index = 0;
};

struct Literal {
    column::Scalar value;
    LocalText title = {};  // of a code
};

enum class Function {
    date,  // the civil date of an instant
    days,  // calendar days from the first date to the second
};

struct Call {
    Function function = Function::date;
    std::vector<Operand> arguments;
};

struct Operand {
    column::Type type = column::Type::integer;
    Currency currency = {};  // of money
    std::variant<FieldOperand, ParameterOperand, Literal, Call> what = {};
};

enum class Operator { equal, different, less, at_most, greater, at_least };

struct Node;

struct Junction {
    bool all = true;  // `and`; else `or`
    std::vector<Node> parts = {};
};

// Both sides are of one type and currency.
struct Comparison {
    Operator op = Operator::equal;
    Operand left;
    Operand right;
};

struct Between {
    Operand value;
    Operand low;
    Operand high;
};

struct Membership {
    Operand value;
    std::vector<Literal> list;
};

struct Prefix {
    Operand value;
    Operand prefix;
};

struct Absence {
    Operand value;
};

// The join of that source found no row.
struct NoMatch {
    std::size_t source = 0;
};

struct Node {
    bool negated = false;
    std::variant<Junction, Comparison, Between, Membership, Prefix, Absence, NoMatch> what = {};
};

// Calls for every field that the node reads, in no particular order.
void for_each_field(const Node& node, const std::function<void(const FieldOperand&)>& call);

}  // namespace cadran::expression
