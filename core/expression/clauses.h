// SPDX-License-Identifier: Apache-2.0
// The texts that make a query, in the order in which they are read.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "expression/clause.h"

namespace cadran::expression {

// A part of each stratum. One of rate and size.
struct SampleClause {
    std::optional<Decimal> rate = {};       // above 0, at most 1
    std::optional<std::int64_t> size = {};  // above 0
    std::optional<Clause> by = {};          // fields; without them all records are one stratum
    Place place = {};
};

using NamedClauses = std::vector<std::pair<std::string, Clause>>;

struct Clauses {
    NamedClauses joins = {};  // by alias
    std::optional<Clause> where = {};
    std::optional<Clause> group = {};  // the fields; excludes windows
    NamedClauses windows = {};         // by name
    std::optional<Clause> having = {};
    std::optional<Clause> history = {};
    std::optional<SampleClause> sample = {};
};

}  // namespace cadran::expression
