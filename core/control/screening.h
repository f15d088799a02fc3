// SPDX-License-Identifier: Apache-2.0
// One version of a control over records that come by in batches, on several threads at once.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "control/judging.h"

namespace cadran::control {

class Screening {
  public:
    // For so many threads; what is given must stay.
    Screening(const Assignment& assignment, const model::RecordType& type,
              const expression::Evaluator& conditions, script::Judge& judge, std::size_t lanes);

    // Looks at a batch, before which the lookups stand: 1 for each of its rows that counts. Each thread calls
    // for a lane of its own; no two batches are called by one number.
    void add(std::size_t lane, std::uint32_t number, const column::RecordBatch& batch,
             std::span<const std::uint8_t> counts, expression::JoinLookups& lookups);

    // The places of the records that are wanted back, sorted; to be asked once, when all came by. None where
    // that would be all of them.
    std::optional<std::span<const expression::RowPlace>> choose();
    // What evaluate() says of all records that came by, given those of these places, whole.
    Evaluation finish(std::vector<expression::RecordPlace> records);

  private:
    // Of one thread.
    struct Lane {
        std::vector<expression::Part> parts = {};  // of the rows of the batch at hand
        std::int64_t population = 0;
    };

    const Assignment& assignment_;
    const model::RecordType& type_;
    script::Judge& judge_;
    Days days_;
    std::vector<Lane> lanes_;
    std::vector<expression::BatchSieve> sieves_;  // by lane
    expression::BatchSieve::Chosen chosen_;
};

}  // namespace cadran::control
