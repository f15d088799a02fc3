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
//     value       = name | alias "." name | name "(" [ value { "," value } ] ")" | literal
//     literal     = digits [ "." digits ] currency | digits | date | "'" text "'" | "true" | "false"
//
//     join        = type "on" equality { "and" equality }
//     equality    = value "=" value
#pragma once

#include <optional>
#include <string>

#include "expression/clause.h"
#include "expression/names.h"

namespace cadran::expression {

inline constexpr int greatest_depth = 64;           // of parentheses, negations and functions
inline constexpr std::size_t greatest_list = 1000;  // literals

// To be used only where no diagnostics were added. A syntax fault ends the reading of the clause.
Node parse_condition(const Clause& clause, const Names& names, Diagnostics& diagnostics);

// Adds the source that the clause of that alias joins to the names.
void parse_join(const std::string& alias, const Clause& clause, const Scope& scope, Names& names,
                Diagnostics& diagnostics);

}  // namespace cadran::expression
