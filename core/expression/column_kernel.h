// SPDX-License-Identifier: Apache-2.0
// The predicates that are worked out over a whole column at a time; only this layer sees it.
#pragma once

#include <span>

#include "column/record_batch.h"
#include "expression/evaluator.h"
#include "expression/tree.h"
#include "expression/verdict.h"

namespace cadran::expression {

// What the node says of each row of a batch of that source, without its negation. False, and nothing is
// judged, where only the evaluator can tell. Nothing that is judged here overflows.
bool judge_column(const Node& node, const column::RecordBatch& batch, const Evaluator& evaluator,
                  std::span<Verdict> verdicts, std::size_t source = 0);

}  // namespace cadran::expression
