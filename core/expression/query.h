// SPDX-License-Identifier: Apache-2.0
// The joins and the condition that say which records a control or a measure is about.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "expression/clause.h"
#include "expression/condition.h"
#include "expression/scope.h"

namespace cadran::expression {

struct Join {
    std::string alias;
    std::string type;
};

// Immutable and cheap to copy; shared by threads.
class Query {
  public:
    // Joins are pairs of alias and clause. Fails with the faults of all clauses: the first syntax fault and
    // every fault of names and types before it, of each.
    static Result<Query> compile(const Scope& scope, const std::vector<std::pair<std::string, Clause>>& joins,
                                 const std::optional<Clause>& where);

    // A further condition over the same names.
    Result<Condition> condition(const Clause& clause) const;

    const std::string& from() const;
    // In the order in which they were given.
    std::span<const Join> joins() const { return joins_; }
    const std::optional<Condition>& where() const { return where_; }
    // The fields of the main record that the joins and `where` read, in the order of the schema.
    std::vector<std::string> fields_read() const;

    // For this layer.
    const std::shared_ptr<const Names>& names() const { return names_; }

  private:
    Query(std::shared_ptr<const Names> names, std::optional<Condition> where);

    std::shared_ptr<const Names> names_;
    std::vector<Join> joins_;
    std::optional<Condition> where_;
};

}  // namespace cadran::expression
