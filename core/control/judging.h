// SPDX-License-Identifier: Apache-2.0
// Within this layer: from the records of batches to what a control finds in those that it selects.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "control/evaluation.h"
#include "expression/batch_sieve.h"

namespace cadran::control {

// Tells which records take part in an evaluation, by their day.
class Days {
  public:
    // Records lie before the days too where the query looks back.
    Days(const Assignment& assignment, std::size_t event_date, const calendar::Region& region);

    // Of each row that counts, how it takes part; the number of those in the period.
    std::int64_t parts_of(const column::RecordBatch& batch, std::span<const std::uint8_t> counts,
                          std::vector<expression::Part>& parts) const;

  private:
    std::size_t event_date_;
    std::int64_t earliest_;  // days since 1970, as the others
    std::int64_t first_;
    std::int64_t last_;
};

// Of so many records in the period, those were selected. They came from those places, in their order; without
// places, in the order in which they are.
Judged judge_selected(const Assignment& assignment, const model::RecordType& type, script::Judge& judge,
                      const expression::Selected& selected, std::int64_t population,
                      std::span<const expression::RowPlace> places, const TakeFinding& take);

}  // namespace cadran::control
