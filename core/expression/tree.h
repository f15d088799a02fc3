// SPDX-License-Identifier: Apache-2.0
// A condition after its names and types are settled; only this layer sees it.
#pragma once

#include <functional>
#include <string>
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
    date,         // the civil date of an instant
    days,         // calendar days from the first date to the second
    ouvres,       // such days, the first one not counted
    ouvrables,    // likewise
    month,        // of a date, 1 to 12
    year,         // of a date
    first_digit,  // the first digit of a number that is not 0; missing for 0
    length,       // characters of a text
    distance,     // between two texts, of Levenshtein: characters to insert, to leave out or to exchange
};

struct Call {
    Function function = Function::date;
    std::vector<Operand> arguments;
};

enum class Sign { plus, minus, times };

// Worked out from the left, exactly; `signs` stand between the operands. Only the result of the whole is
// rounded.
struct Arithmetic {
    std::vector<Operand> operands;
    std::vector<Sign> signs;
};

// An aggregate of a group, or a window: a value that is worked out over several records.
struct DerivedOperand {
    std::size_t index = 0;
};

struct Operand {
    column::Type type = column::Type::integer;
    Currency currency = {};  // of money
    std::variant<FieldOperand, ParameterOperand, Literal, Call, Arithmetic, DerivedOperand> what = {};
    TimeUnit unit = TimeUnit::days;  // of duration
};

enum class Operator { equal, different, less, at_most, greater, at_least };

struct Node;

struct Junction {
    bool all = true;  // `and`; else `or`
    std::vector<Node> parts;
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

// In a list parameter.
struct ListMembership {
    Operand value;
    std::size_t parameter = 0;
};

// Among the values of a field of another type.
struct SemiJoinMembership {
    Operand value;
    std::string type;
    std::string field;
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
    std::variant<Junction, Comparison, Between, Membership, ListMembership, SemiJoinMembership, Prefix,
                 Absence, NoMatch>
        what = {};
};

// Calls for every field that is read, in no particular order.
void for_each_field(const Operand& operand, const std::function<void(const FieldOperand&)>& call);
void for_each_field(const Node& node, const std::function<void(const FieldOperand&)>& call);

// Calls for every semi-join of the node.
void for_each_semi_join(const Node& node, const std::function<void(const SemiJoinMembership&)>& call);

}  // namespace cadran::expression
