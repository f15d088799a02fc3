// SPDX-License-Identifier: Apache-2.0
// Records in shares such that what a query selects of one share asks for no record of another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "column/record_batch.h"
#include "expression/query.h"

namespace cadran::expression {

// That one of so many shares of all records; the first one of one is all of them.
struct Share {
    std::uint64_t number = 0;
    std::uint64_t of = 1;

    // The shares, so many, that it is made up of.
    std::vector<Share> divided(std::uint64_t by) const;
};

// The records of a group, of a window and of a stratum stay together; where a query has none of these, the
// records of a batch do.
class Partition {
  public:
    explicit Partition(const Query& query);

    // Not where nothing keeps one group, window or stratum from holding all records: then the first share of
    // any number is all of them.
    bool divides() const { return !asks_for_others_ || !fields_.empty(); }
    // Whether the batch of that number, all of it, is of another share.
    bool leaves_out(Share share, std::uint32_t number) const;
    // Leaves 1 for those rows alone that are of the share.
    void keep(Share share, std::uint32_t number, const column::RecordBatch& batch,
              std::span<std::uint8_t> counts) const;

  private:
    bool asks_for_others_ = false;
    std::vector<std::size_t> fields_;  // that all clauses over several records have in common
};

}  // namespace cadran::expression
