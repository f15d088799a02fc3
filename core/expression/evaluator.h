// SPDX-License-Identifier: Apache-2.0
// Evaluates conditions record by record: plain, and the measure of every quicker way.
#pragma once

#include <memory>
#include <vector>

#include "calendar/zone.h"
#include "column/record_batch.h"
#include "expression/condition.h"
#include "expression/join_table.h"
#include "expression/query.h"

namespace cadran::expression {

// Three values: a comparison with something missing is unknown; `and`, `or` and `not` are those of Kleene.
enum class Truth { no, yes, unknown };

struct Operand;
struct Value;

// Stands on one record at a time; each thread has its own.
class Evaluator {
  public:
    // The parameters in the order of the scope, a table for each join of this query. `date(t)` is the civil
    // date of the zone. Throws std::invalid_argument where parameters or tables are not those of the query.
    Evaluator(const Query& query, std::vector<column::Scalar> parameters, const calendar::Zone& zone,
              std::vector<std::shared_ptr<const JoinTable>> tables = {});

    // Goes to a record and finds the rows joined to it; the batch must stay while conditions are asked. Fails
    // where a join matches several rows: the record is an error, and nothing may be asked of it. Throws
    // std::invalid_argument where the batch is of another record type.
    Done go_to(const column::RecordBatch& batch, std::size_t row);

    // Yes where the query has no `where`. Without a record both throw std::logic_error; a condition of
    // another query throws std::invalid_argument.
    Truth where() const;
    Truth truth(const Condition& condition) const;

    // A field of the row that the join of that index found; missing where it found none.
    column::Scalar joined(std::size_t join, std::size_t field) const;

  private:
    struct Judge;
    Value value(const Operand& operand) const;

    Query query_;
    std::vector<column::Scalar> parameters_;
    calendar::Zone zone_;
    std::vector<std::shared_ptr<const JoinTable>> tables_;

    std::shared_ptr<const column::Schema> schema_;  // of the batches seen last
    const column::RecordBatch* batch_ = nullptr;
    std::size_t row_ = 0;
    std::vector<Match> matches_;
};

}  // namespace cadran::expression
