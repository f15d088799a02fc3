// SPDX-License-Identifier: Apache-2.0
// What a query selects of batches that stay: what Selector says, which is asked of the records alone that can
// matter.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "expression/batch_sieve.h"

namespace cadran::expression {

class BatchSelector {
  public:
    // As of BatchSieve.
    BatchSelector(const Evaluator& evaluator, std::size_t key, const HashKey& seed,
                  Unchecked unchecked = Unchecked::told);

    // Keeps the batch. One part a row.
    void add(std::shared_ptr<const column::RecordBatch> batch, std::span<const Part> parts);

    // Of all records added; to be asked once.
    Selected finish();

  private:
    struct Added {
        std::shared_ptr<const column::RecordBatch> batch;
        std::vector<Part> parts;
    };

    Selected select_plainly();

    Evaluator evaluator_;
    std::size_t key_;
    HashKey seed_;
    BatchSieve sieve_;
    JoinLookups lookups_;
    std::vector<Added> batches_;
};

}  // namespace cadran::expression
