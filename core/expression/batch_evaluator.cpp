// SPDX-License-Identifier: Apache-2.0
#include "expression/batch_evaluator.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include "expression/column_kernel.h"
#include "expression/tree.h"

namespace cadran::expression {

namespace {

constexpr Verdict not_asked{0xFF};

Verdict verdict_of(Truth truth) {
    if (truth == Truth::unknown) return Verdict::unknown;
    return truth == Truth::yes ? Verdict::yes : Verdict::no;
}

Verdict opposite(Verdict verdict) {
    return static_cast<Verdict>(static_cast<int>(Verdict::yes) - static_cast<int>(verdict));
}

}  // namespace

std::span<const Verdict> BatchEvaluator::where(const column::RecordBatch& batch) {
    own_lookups_.stand_before(batch);
    return where(batch, own_lookups_);
}

std::span<const Verdict> BatchEvaluator::where(const column::RecordBatch& batch, JoinLookups& lookups) {
    batch_ = &batch;
    lookups_ = &lookups;
    verdicts_.assign(batch.rows, Verdict::yes);
    failed_.assign(batch.rows, 0);
    evaluator_.stand_before(batch);
    wanted_.assign(batch.rows, 1);
    if (evaluator_.joins_may_fail()) {
        for (std::size_t row = 0; row < batch.rows; ++row) {
            if (evaluator_.join_fails(row)) failed_[row] = 1, wanted_[row] = 0;
        }
    }
    if (const auto& condition = evaluator_.query().where()) judge(condition->root(), wanted_, verdicts_);
    const auto fail = [](Verdict verdict, std::uint8_t failed) {
        return failed != 0 ? Verdict::error : verdict;
    };
    std::ranges::transform(verdicts_, failed_, verdicts_.begin(), fail);
    return verdicts_;
}

// Verdicts of rows that are not wanted are left to chance, within the order.
void BatchEvaluator::judge(const Node& node, const Rows& wanted, std::vector<Verdict>& verdicts) {
    if (const auto* junction = std::get_if<Junction>(&node.what)) {
        judge_parts(*junction, wanted, verdicts);
        if (node.negated) std::ranges::transform(verdicts, verdicts.begin(), opposite);
    } else if (OfJoin* joined = of_join(node)) {
        judge_joined(node, *joined, wanted, verdicts);
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

// None where it reads something else, too.
BatchEvaluator::OfJoin* BatchEvaluator::of_join(const Node& node) {
    auto [known, fresh] = of_joins_.try_emplace(&node);
    if (fresh) {
        std::set<std::size_t> sources;
        if (const auto* absence = std::get_if<NoMatch>(&node.what)) sources.insert(absence->source);
        for_each_field(node, [&](const FieldOperand& field) { sources.insert(field.source); });
        if (sources.size() == 1 && *sources.begin() > 0) known->second = OfJoin{*sources.begin() - 1};
    }
    return known->second ? &*known->second : nullptr;
}

void BatchEvaluator::judge_joined(const Node& node, OfJoin& joined, const Rows& wanted,
                                  std::vector<Verdict>& verdicts) {
    const JoinTable& table = evaluator_.table(joined.join);
    const std::span<const std::uint32_t> found = lookups_->found_in(table);
    const std::size_t none = table.places();
    if (joined.verdicts.size() != none + 1) joined.verdicts = verdicts_of_places(node, joined.join);
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (wanted[row] == 0) continue;
        Verdict& verdict = joined.verdicts[std::min<std::size_t>(found[row], none)];
        if (verdict == not_asked) verdict = verdict_of_place(node, joined.join, found[row]);
        if (verdict == Verdict::error)
            failed_[row] = 1;
        else
            verdicts[row] = verdict;
    }
}

// By columns where they can be told so; the others are not asked yet.
std::vector<Verdict> BatchEvaluator::verdicts_of_places(const Node& node, std::size_t join) {
    const JoinTable& table = evaluator_.table(join);
    std::vector<std::vector<Verdict>> of_rows;
    for (const auto& batch : table.batches()) {
        std::vector<Verdict>& verdicts = of_rows.emplace_back(batch->rows, not_asked);
        if (!judge_column(node, *batch, evaluator_, verdicts, join + 1))
            std::ranges::fill(verdicts, not_asked);
        else if (node.negated)
            std::ranges::transform(verdicts, verdicts.begin(), opposite);
    }
    std::vector<Verdict> verdicts;
    for (const JoinTable::Entry& entry : table.entries())
        verdicts.push_back(entry.batch == JoinTable::nothing ? not_asked : of_rows[entry.batch][entry.row]);
    verdicts.push_back(not_asked);
    return verdicts;
}

Verdict BatchEvaluator::verdict_of_place(const Node& node, std::size_t join, std::uint32_t place) {
    try {
        return verdict_of(evaluator_.truth_of_joined(join, place, node));
    } catch (const std::overflow_error&) {
        return Verdict::error;
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
