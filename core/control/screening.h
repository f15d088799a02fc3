// SPDX-License-Identifier: Apache-2.0
// One version of a control over records that come by in batches, on several threads at once.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "control/judging.h"
#include "expression/partition.h"

namespace cadran::control {

class Screening {
  public:
    // For so many threads; what is given must stay.
    Screening(const Assignment& assignment, const model::RecordType& type,
              const expression::Evaluator& conditions, script::Judge& judge, std::size_t lanes);

    // Forgets what came by, for the records of that share; BatchSieve says what it means to prune.
    void start_over(expression::Share share, bool prunes = true);
    // Whether there are several shares.
    bool divides() const { return partition_.divides(); }
    // Whether all of that batch is of another share; it need not be added.
    bool leaves_out(std::uint32_t number) const { return partition_.leaves_out(share_, number); }
    // Of that lane.
    const expression::BatchSieve::Waiting& waiting(std::size_t lane) const { return sieves_[lane].waiting(); }

    // Looks at a batch, before which the lookups stand: 1 for each of its rows that counts. Each thread calls
    // for a lane of its own; no two batches are called by one number.
    void add(std::size_t lane, std::uint32_t number, const column::RecordBatch& batch,
             std::span<const std::uint8_t> counts, expression::JoinLookups& lookups);

    // The places of the records that are wanted back, sorted; to be asked once, when all came by. None where
    // that would be all of them.
    std::optional<std::span<const expression::RowPlace>> choose();
    // What evaluate() says of all records of the share that came by, given those of these places, whole.
    Judged finish(std::vector<expression::RecordPlace> records, const TakeFinding& take);

  private:
    // Of one thread.
    struct Lane {
        std::vector<expression::Part> parts = {};  // of the rows of the batch at hand
        std::vector<std::uint8_t> counts = {};     // likewise, 1 for each that counts and is of the share
        std::int64_t population = 0;
    };

    const Assignment& assignment_;
    const model::RecordType& type_;
    script::Judge& judge_;
    Days days_;
    expression::Partition partition_;
    expression::Share share_;
    std::vector<Lane> lanes_;
    std::vector<expression::BatchSieve> sieves_;  // by lane
    expression::BatchSieve::Chosen chosen_;
};

}  // namespace cadran::control
