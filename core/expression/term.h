// SPDX-License-Identifier: Apache-2.0
// A value as it was written, before its names and types are settled; only this layer sees it.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "expression/tree.h"

namespace cadran::expression {

struct Term;

struct NameTerm {
    std::string_view alias;  // empty for a bare name
    std::string_view name;
};

struct LiteralTerm {
    column::Type type = column::Type::integer;
    column::Scalar value;
};

struct CallTerm {
    std::string_view function;
    std::vector<Term> arguments;
    bool distinct = false;  // `count(distinct f)`
};

// `signs` stand between the terms and are all of one rank; each has its place.
struct ArithmeticTerm {
    std::vector<Term> terms;
    std::vector<std::pair<Sign, std::size_t>> signs;
};

struct Term {
    std::size_t offset = 0;  // in the clause's text, in bytes
    std::string_view text;   // as written
    std::variant<NameTerm, LiteralTerm, CallTerm, ArithmeticTerm> what = {};
};

}  // namespace cadran::expression
