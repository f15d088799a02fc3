// SPDX-License-Identifier: Apache-2.0
// Evaluates conditions record by record: plain, and the measure of every quicker way.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "calendar/locality.h"
#include "column/record_batch.h"
#include "expression/condition.h"
#include "expression/join_table.h"
#include "expression/query.h"
#include "expression/truth.h"
#include "expression/value_set.h"

namespace cadran::expression {

struct Bindings;
struct FieldOperand;
struct Node;
struct Operand;
struct SemiJoinMembership;
struct Value;

// Stands on one record at a time; each thread has its own.
class Evaluator {
  public:
    // The parameters in the order of the scope, a table that serves each join of this query, a set for each
    // semi-join of the query and of the conditions that are asked. `date(t)` is the civil date of the
    // locality. Throws std::invalid_argument where parameters, tables or sets are not those of the query.
    Evaluator(const Query& query, std::vector<column::Scalar> parameters, calendar::Locality locality,
              std::vector<std::shared_ptr<const JoinTable>> tables = {},
              std::vector<std::shared_ptr<const ValueSet>> sets = {});

    // Goes to a record, finds the rows joined to it and judges it; the batch must stay while conditions are
    // asked. Fails where a join matches several rows or a calculation of `where` overflows: the record is an
    // error, and nothing may be asked of it. Throws std::invalid_argument where the batch is of another
    // record type.
    Done go_to(const column::RecordBatch& batch, std::size_t row);

    // Yes where the query has no `where`. Without a record both throw std::logic_error; a condition of
    // another query throws std::invalid_argument. What overflows in the condition makes it unknown.
    Truth where() const;
    Truth truth(const Condition& condition) const;

    // The fields whose missing values make `where` unknown, by name: `amount`, `payer.left_on`, or `payer`
    // where that join found no row. Sorted, each once; none where it is known.
    std::vector<std::string> lacking() const;

    // A field of the row that the join of that index found; missing where it found none.
    column::Scalar joined(std::size_t join, std::size_t field) const;

    // For this layer: of the record it stands on, with the values of the query's windows or aggregates. They
    // throw std::overflow_error.
    Truth truth(const Node& node, std::span<const Value> derived) const;
    Value value(const Operand& operand) const;
    Value exact_value(const Operand& operand) const;
    // Of a value that is missing, likewise.
    std::vector<std::string> lacking(const Operand& operand) const;
    const ValueSet& values_of(const SemiJoinMembership& membership) const;
    // For a batch at a time; afterwards it stands on no record. Whether some join of the row matches several
    // rows, and what a node of `where` says of the row, which must not be such.
    void stand_before(const column::RecordBatch& batch);
    bool joins_may_fail() const;
    bool join_fails(std::size_t row) const;
    Truth truth_at(std::size_t row, const Node& node);
    // Of a node that reads the row alone which the join of that index found, at that place.
    Truth truth_of_joined(std::size_t join, std::uint32_t place, const Node& node);
    // Goes to a record of which go_to told that it can be judged, without judging it once more.
    void return_to(const column::RecordBatch& batch, std::size_t row);
    const JoinTable& table(std::size_t join) const { return *tables_[join]; }
    const Query& query() const { return query_; }
    std::span<const column::Scalar> parameters() const { return parameters_; }
    const calendar::Locality& locality() const { return locality_; }

  private:
    Bindings bindings(std::span<const Value> derived = {}) const;
    void know(const column::RecordBatch& batch);
    std::vector<std::string> named(const std::vector<FieldOperand>& fields) const;

    Query query_;
    std::vector<column::Scalar> parameters_;
    calendar::Locality locality_;
    std::vector<std::shared_ptr<const JoinTable>> tables_;
    std::vector<std::shared_ptr<const ValueSet>> sets_;

    std::shared_ptr<const column::Schema> schema_;  // of the batches seen last
    const column::RecordBatch* batch_ = nullptr;
    const column::RecordBatch* ahead_ = nullptr;  // that it stands before
    std::size_t row_ = 0;
    std::vector<Match> matches_;
    Truth where_ = Truth::unknown;
};

}  // namespace cadran::expression
