// SPDX-License-Identifier: Apache-2.0
#include "expression/batch_selector.h"

namespace cadran::expression {

BatchSelector::BatchSelector(const Evaluator& evaluator, std::size_t key, const HashKey& seed,
                             Unchecked unchecked)
    : evaluator_(evaluator), key_(key), seed_(seed), sieve_(evaluator, key, seed, unchecked) {}

void BatchSelector::add(std::shared_ptr<const column::RecordBatch> batch, std::span<const Part> parts) {
    lookups_.stand_before(*batch);
    sieve_.add(static_cast<std::uint32_t>(batches_.size()), *batch, parts, lookups_);
    batches_.push_back({std::move(batch), {parts.begin(), parts.end()}});
}

Selected BatchSelector::finish() {
    auto chosen = BatchSieve::choose({&sieve_, 1});
    if (!chosen) return select_plainly();
    std::vector<RecordPlace> records;
    for (const RowPlace& place : chosen->places) records.emplace_back(batches_[place.batch].batch, place.row);
    return sieve_.select(std::move(*chosen), std::move(records));
}

Selected BatchSelector::select_plainly() {
    Selected selected;
    Selector selector(evaluator_, key_, seed_);
    for (const Added& added : batches_) {
        for (std::size_t row = 0; row < added.parts.size(); ++row) {
            if (added.parts[row] == Part::none) continue;
            selected.records.emplace_back(added.batch, row);
            selector.add(added.batch, row, added.parts[row] == Part::in_the_period);
        }
    }
    selected.selection = selector.finish();
    return selected;
}

}  // namespace cadran::expression
