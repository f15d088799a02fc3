// SPDX-License-Identifier: Apache-2.0
// Evaluates the `where` of a query over whole batches: what Evaluator says of each record, column by column.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "expression/evaluator.h"
#include "expression/join_lookups.h"
#include "expression/verdict.h"

namespace cadran::expression {

struct Junction;
struct Node;

// Each thread has its own.
class BatchEvaluator {
  public:
    // Borrows the evaluator, for what has no quicker way.
    explicit BatchEvaluator(Evaluator& evaluator) : evaluator_(evaluator) {}

    // Of each row, in order, until the next call: an error is what Evaluator::go_to fails on. Throws
    // std::invalid_argument where the batch is of another record type.
    std::span<const Verdict> where(const column::RecordBatch& batch);
    // The same with lookups that stand before the batch.
    std::span<const Verdict> where(const column::RecordBatch& batch, JoinLookups& lookups);

  private:
    using Rows = std::vector<std::uint8_t>;  // 1 for those that are meant

    void judge(const Node& node, const Rows& wanted, std::vector<Verdict>& verdicts);
    void judge_parts(const Junction& junction, const Rows& wanted, std::vector<Verdict>& verdicts);
    void judge_row_by_row(const Node& node, const Rows& wanted, std::vector<Verdict>& verdicts);

    // Of a node that reads the rows of one join alone: what it says of each of them is kept.
    struct OfJoin {
        std::size_t join = 0;
        std::vector<Verdict> verdicts = {};  // by place, then of none; as far as they are known
    };
    OfJoin* of_join(const Node& node);
    std::vector<Verdict> verdicts_of_places(const Node& node, std::size_t join);
    Verdict verdict_of_place(const Node& node, std::size_t join, std::uint32_t place);
    void judge_joined(const Node& node, OfJoin& joined, const Rows& wanted, std::vector<Verdict>& verdicts);

    Evaluator& evaluator_;
    std::map<const Node*, std::optional<OfJoin>> of_joins_;
    JoinLookups own_lookups_;
    JoinLookups* lookups_ = nullptr;  // of the batch at hand
    const column::RecordBatch* batch_ = nullptr;
    std::vector<Verdict> verdicts_;
    Rows wanted_;
    Rows failed_;
};

}  // namespace cadran::expression
