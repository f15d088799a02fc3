// SPDX-License-Identifier: Apache-2.0
#include "expression/batch_evaluator.h"

#include <algorithm>
#include <stdexcept>

#include "expression/column_kernel.h"
#include "expression/tree.h"

namespace cadran::expression {

namespace {

Verdict verdict_of(Truth truth) {
    if (truth == Truth::unknown) return Verdict::unknown;
    return truth == Truth::yes ? Verdict::yes : Verdict::no;
}

Verdict opposite(Verdict verdict) {
    return static_cast<Verdict>(static_cast<int>(Verdict::yes) - static_cast<int>(verdict));
}

}  // namespace

std::span<const Verdict> BatchEvaluator::where(const column::RecordBatch& batch) {
    batch_ = &batch;
    verdicts_.assign(batch.rows, Verdict::yes);
    failed_.assign(batch.rows, 0);
    evaluator_.stand_before(batch);
    Rows wanted(batch.rows, 1);
    if (evaluator_.joins_may_fail()) {
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (evaluator_.join_fails(row)) failed_[row] = 1, wanted[row] = 0;
        }
    }
    if (const auto& condition = evaluator_.query().where()) judge(condition->root(), wanted, verdicts_);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        if (failed_[row] != 0) verdicts_[row] = Verdict::error;
    }
    return verdicts_;
}

// Verdicts of rows that are not wanted are left to chance, within the order.
void BatchEvaluator::judge(const Node& node, const Rows& wanted, std::vector<Verdict>& verdicts) {
    if (const auto* junction = std::get_if<Junction>(&node.what)) {
        judge_parts(*junction, wanted, verdicts);
        if (node.negated) std::ranges::transform(verdicts, verdicts.begin(), opposite);
    } else if (!judge_column(node, *batch_, evaluator_, verdicts)) {
        judge_row_by_row(node, wanted, verdicts);
    } else if (node.negated) {
        std::ranges::transform(verdicts, verdicts.begin(), opposite);
    }
}

// Parts behind one that decides a row are not asked of that row, as one by one: what would overflow in them
// does not.
void BatchEvaluator::judge_parts(const Junction& junction, const Rows& wanted,
                                 std::vector<Verdict>& verdicts) {
    judge(junction.parts.front(), wanted, verdicts);
    const Verdict decided = junction.all ? Verdict::no : Verdict::yes;
    Rows open = wanted;
    std::vector<Verdict> part(verdicts.size(), Verdict::unknown);
    for (std::size_t i = 1; i < junction.parts.size(); ++i) {
        for (std::size_t row = 0; row < open.size(); ++row)
            open[row] &= static_cast<std::uint8_t>(verdicts[row] != decided && failed_[row] == 0);
        judge(junction.parts[i], open, part);
        for (std::size_t row = 0; row < part.size(); ++row)
            verdicts[row] =
                junction.all ? std::min(verdicts[row], part[row]) : std::max(verdicts[row], part[row]);
    }
}

void BatchEvaluator::judge_row_by_row(const Node& node, const Rows& wanted, std::vector<Verdict>& verdicts) {
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (wanted[row] == 0) continue;
        try {
            verdicts[row] = verdict_of(evaluator_.truth_at(row, node));
        } catch (const std::overflow_error&) {
            failed_[row] = 1;
        }
    }
}

}  // namespace cadran::expression
