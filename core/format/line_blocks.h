// SPDX-License-Identifier: Apache-2.0
// A file of lines in blocks that threads read independently of each other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cadran::format {

class LineBlocks {
  public:
    // What a block becomes stays in a core's own cache, and has no more lines than a batch has rows.
    static constexpr std::int64_t usual_bytes = std::int64_t{1} << 17;

    // From that byte on, which starts a line. Fails as CsvReader::open does.
    static Result<LineBlocks> open(const std::filesystem::path& file, std::int64_t from,
                                   std::int64_t block_bytes = usual_bytes);

    std::uint32_t count() const;
    // Of all of them.
    std::int64_t bytes() const { return size_ > from_ ? size_ - from_ : 0; }
    // The lines that start in that block, whole, read into the buffer; none where one of them is longer than
    // greatest_csv_record. Throws std::system_error where the disk fails.
    std::optional<std::string_view> read(std::uint32_t block, std::vector<char>& buffer) const;

  private:
    struct Descriptor;

    LineBlocks(std::shared_ptr<const Descriptor> file, std::int64_t from, std::int64_t size,
               std::int64_t block_bytes);

    std::shared_ptr<const Descriptor> file_;
    std::int64_t from_;
    std::int64_t size_;  // of the file
    std::int64_t block_bytes_;
};

}  // namespace cadran::format
