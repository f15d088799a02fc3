// SPDX-License-Identifier: Apache-2.0
// Records that are read in blocks, a few at a time, as often as need be, and never are in memory as a whole.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "column/record_batch.h"
#include "record/block_keys.h"

namespace cadran::record {

// Row `row` of block `block`.
struct BlockRow {
    std::uint32_t block = 0;
    std::uint32_t row = 0;
};

// Each thread has its own.
class BatchReader {
  public:
    virtual ~BatchReader() = default;

    // Every line of the block that holds a record, as a row; whatever a column holds of one that is rejected.
    // False where only read_records can tell.
    virtual bool read(std::uint32_t block) = 0;
    // Of the block that was read, until the next one is.
    virtual const column::RecordBatch& batch() const = 0;
    // 1 for each row that is accepted.
    virtual std::span<const std::uint8_t> accepted() const = 0;
    // Those of rejected lines count as long as they can be read.
    virtual BlockKeys keys() = 0;
    // The same with fingerprints, of a block that was read before.
    virtual BlockKeys fingerprints(std::uint32_t block) = 0;

    // Those rows, which were accepted and come sorted, whole.
    virtual std::shared_ptr<const column::RecordBatch> fetch(std::span<const BlockRow> rows) = 0;
};

class BatchSource {
  public:
    virtual ~BatchSource() = default;

    virtual std::uint32_t blocks() const = 0;
    // Of all blocks, where they are.
    virtual std::int64_t bytes() const = 0;
    // Whether somebody knows already that no key is on two lines.
    virtual bool keys_differ() const = 0;
    // Fills the columns of those fields alone, 1 for each that is wanted, and those of the key and the event
    // date. The source must stay.
    virtual std::unique_ptr<BatchReader> reader(std::vector<std::uint8_t> wanted) const = 0;
};

}  // namespace cadran::record
