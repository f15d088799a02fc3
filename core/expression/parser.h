// SPDX-License-Identifier: Apache-2.0
// The grammar of the condition language; only this layer sees it.
//
//     condition   = conjunction { "or" conjunction }
//     conjunction = negation { "and" negation }
//     negation    = "not" negation | predicate
//     predicate   = "(" condition ")" | value comparison
//     comparison  = ( "=" | "<>" | "<" | "<=" | ">" | ">=" ) value
//                 | "between" value "and" value
//                 | "in" "(" literal { "," literal } ")"
//                 | "is" [ "not" ] "missing"
//                 | "starts" "with" value
//                 | "in" type "." field | "in" list parameter
//     value       = product { ( "+" | "-" ) product }
//     product     = factor { "*" factor }
//     factor      = "(" value ")" | name | alias "." name | call | literal
//     call        = name "(" [ [ "distinct" ] value { "," value } ] ")"
//     literal     = digits [ "." digits ] [ currency ] | digits unit | date | "'" text "'" | "true" | "false"
//
//     join        = type "on" equality { "and" equality }
//     equality    = value "=" value
//     fields      = field { "," field }                                 of a group and of a sample
//     window      = call "over" value "by" fields "ordered" "by" field
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "expression/clause.h"
#include "expression/names.h"
#include "expression/plan.h"
#include "expression/typing.h"

namespace cadran::expression {

inline constexpr int greatest_depth = 64;           // of parentheses, negations and functions
inline constexpr std::size_t greatest_list = 1000;  // literals

// To be used only where no diagnostics were added. A syntax fault ends the reading of the clause.
// With a scope it is a `having`, the aggregates of which are added to the scope.
Node parse_condition(const Clause& clause, const Names& names, Diagnostics& diagnostics,
                     HavingScope* having = nullptr);

// The fields that make a group or a stratum.
std::vector<Operand> parse_fields(const Clause& clause, const Names& names, Diagnostics& diagnostics);

std::optional<Window> parse_window(const std::string& name, const Clause& clause, const Names& names,
                                   Diagnostics& diagnostics);

// A length of time: a literal or a parameter.
std::optional<Operand> parse_length(const Clause& clause, const Names& names, Diagnostics& diagnostics);

// Adds the source that the clause of that alias joins to the names.
void parse_join(const std::string& alias, const Clause& clause, const Scope& scope, Names& names,
                Diagnostics& diagnostics);

}  // namespace cadran::expression
