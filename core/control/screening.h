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

    // Looks at a batch: 1 for each of its rows that counts. Each thread calls for a lane of its own; no two
    // batches are called by one number.
    void add(std::size_t lane, std::uint32_t number, const column::RecordBatch& batch,
             std::span<const std::uint8_t> counts);

    // What evaluate() says of all records that came by; to be asked once. None where only a look at all of
    // them at once can tell.
    std::optional<Evaluation> finish(const expression::Fetch& fetch);

  private:
    // Of one thread.
    struct Lane {
        expression::BatchSieve sieve;
        std::vector<expression::Part> parts = {};  // of the rows of the batch at hand
        std::int64_t population = 0;
    };

    const Assignment& assignment_;
    const model::RecordType& type_;
    script::Judge& judge_;
    Days days_;
    std::vector<Lane> lanes_;
};

}  // namespace cadran::control
