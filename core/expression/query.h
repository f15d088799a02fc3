// SPDX-License-Identifier: Apache-2.0
// Which records a control or a measure is about: one by one, in groups, or by what others in a window say.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "column/scalar.h"
#include "expression/clauses.h"
#include "expression/condition.h"
#include "expression/scope.h"
#include "expression/value_set.h"

namespace cadran::expression {

struct FieldOperand;
struct Plan;

struct Join {
    std::string alias;
    std::string type;
};

// Immutable and cheap to copy; shared by threads.
class Query {
  public:
    // Fails with the faults of all clauses: the first syntax fault and every fault of names and types before
    // it, of each.
    static Result<Query> compile(const Scope& scope, const Clauses& clauses);
    static Result<Query> compile(const Scope& scope, const NamedClauses& joins,
                                 const std::optional<Clause>& where);

    // A further condition over the same names.
    Result<Condition> condition(const Clause& clause) const;

    const std::string& from() const;
    // In the order in which they were given.
    std::span<const Join> joins() const { return joins_; }
    // What `where` looks in, each once.
    const std::vector<SemiJoin>& semi_joins() const { return semi_joins_; }
    const std::optional<Condition>& where() const { return where_; }
    // The fields of the main record that the clauses read, in the order of the schema.
    std::vector<std::string> fields_read() const;

    // Whether it is about groups of records, and the names of their keys: `act`, `payer.name`.
    bool has_groups() const;
    std::vector<std::string> keys() const;
    // As they are written: `count()`, `sum(amount)`. Of groups, what `having` asks for; else the windows'
    // names.
    std::vector<std::string> aggregates() const;
    bool has_windows() const;
    // What a selected record has besides its own fields: those that the clauses read of the rows joined to
    // it, `payer.name`, then its windows.
    std::vector<std::string> further_names() const;
    // How far back earlier records take part. The parameters in the order of the scope.
    std::optional<Duration> history(std::span<const column::Scalar> parameters) const;
    bool has_sample() const;

    // For this layer.
    const std::shared_ptr<const Names>& names() const { return names_; }
    const Plan& plan() const { return *plan_; }
    // Those that the clauses read, by join, then in the order of the schema.
    std::vector<FieldOperand> joined_fields() const;

  private:
    void for_each_field_read(const std::function<void(const FieldOperand&)>& call) const;

    Query(std::shared_ptr<const Names> names, std::optional<Condition> where,
          std::shared_ptr<const Plan> plan);

    std::shared_ptr<const Names> names_;
    std::vector<Join> joins_;
    std::vector<SemiJoin> semi_joins_;
    std::optional<Condition> where_;
    std::shared_ptr<const Plan> plan_;
};

}  // namespace cadran::expression
