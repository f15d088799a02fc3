// SPDX-License-Identifier: Apache-2.0
// The records that an analysis is about, by the batches that hold them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "column/record_batch.h"

namespace cadran::control {

// The batch must stay as long as it is looked at.
struct RecordRow {
    const column::RecordBatch* batch = nullptr;
    std::uint32_t row = 0;

    bool has(std::size_t field) const { return batch->has(row, field); }
    // Of a field that is kept as a number: in the units of its column.
    std::optional<std::int64_t> number(std::size_t field) const;
    column::Scalar scalar(std::size_t field) const { return batch->scalar(row, field); }
};

// All of one schema.
using Population = std::vector<RecordRow>;

// The values of such a field that are there, and of how many records it is missing.
struct Numbers {
    std::vector<std::int64_t> values;
    std::int64_t missing = 0;
};
Numbers numbers_of(const Population& population, std::size_t field);

// A part of a population that has one value of a field; missing ones are a part as well.
struct Part {
    column::Scalar value;
    Population records;
};
// By the values as files write them.
std::vector<Part> parts_of(const Population& population, std::size_t field);

}  // namespace cadran::control
