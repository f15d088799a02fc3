// SPDX-License-Identifier: Apache-2.0
// What a query selects, batch by batch: what Selector says, which is asked of the records alone that can
// matter.
#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "expression/batch_evaluator.h"
#include "expression/selection.h"

namespace cadran::expression {

class BatchSelector {
  public:
    // As of Selector; the evaluator is borrowed.
    BatchSelector(Evaluator& evaluator, std::size_t key, const HashKey& seed);
    ~BatchSelector();
    BatchSelector(const BatchSelector&) = delete;
    BatchSelector& operator=(const BatchSelector&) = delete;

    // How a row takes part.
    enum class Part : std::uint8_t { none, before_the_period, in_the_period };
    // Keeps the batch. One part a row.
    void add(const std::shared_ptr<const column::RecordBatch>& batch, std::span<const Part> parts);

    // The records that were looked at closely, in order of arrival, and what is selected of them; every other
    // one is not selected.
    struct Selected {
        std::vector<std::pair<std::shared_ptr<const column::RecordBatch>, std::size_t>> records;
        Selection selection;
    };
    // Of all records added; to be asked once.
    Selected finish();

  private:
    struct Row {
        std::uint32_t batch = 0;
        std::uint32_t row = 0;
        Part part = Part::none;
        bool kept = false;  // by `where`; else an error or unknown
    };

    void leave_out_single_ones();
    std::vector<Stratum> draw_sample();
    Selection select(std::optional<std::vector<Stratum>> strata);

    Evaluator& evaluator_;
    BatchEvaluator conditions_;
    std::size_t key_;
    HashKey seed_;
    std::vector<std::shared_ptr<const column::RecordBatch>> batches_;
    std::vector<Row> rows_;
    bool single_ones_are_out_;
    std::vector<std::uint64_t> fingerprints_;  // of groups, of each row, where single ones are out
};

}  // namespace cadran::expression
