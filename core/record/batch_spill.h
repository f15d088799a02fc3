// SPDX-License-Identifier: Apache-2.0
// Batches of records that are kept on the disk, in a file that nobody else can open, and read as often as
// need be.
#pragma once

#include <filesystem>
#include <vector>

#include "base/unnamed_file.h"
#include "model/record_type.h"
#include "record/batch_source.h"

namespace cadran::record {

class BatchSpill final : public BatchSource {
  public:
    // On the disk of that folder; of records of the type, which must stay.
    BatchSpill(const std::filesystem::path& folder, const model::RecordType& type);

    // A block of its own, in a copy. No two batches have a key in common.
    void add(const column::RecordBatch& batch);

    std::uint32_t blocks() const override { return static_cast<std::uint32_t>(blocks_.size()); }
    std::int64_t bytes() const override { return file_.size(); }
    bool keys_differ() const override { return true; }
    std::unique_ptr<BatchReader> reader(std::vector<std::uint8_t> wanted) const override;

  private:
    class Reader;
    struct Block {
        std::vector<std::int64_t> columns;  // where each starts; behind the last one, where that ends
        std::size_t rows = 0;
    };

    const model::RecordType& type_;
    UnnamedFile file_;
    std::vector<Block> blocks_;
    std::string bytes_;  // of the block at hand
};

}  // namespace cadran::record
