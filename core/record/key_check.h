// SPDX-License-Identifier: Apache-2.0
// Whether some key of records that are read in blocks is on two lines.
#pragma once

#include <mutex>
#include <span>
#include <vector>

#include "record/batch_source.h"

namespace cadran::record {

// Several threads may note keys at a time.
class KeyCheck {
  public:
    // Keeps fingerprints of at most so many keys at a time.
    explicit KeyCheck(std::size_t most_kept) : most_kept_(most_kept) {}

    void start_over();
    // Of every block, once.
    void note(BlockKeys keys);
    // Keys that do not ascend throughout the file are read once more, where they are not kept: as often as it
    // takes, if there are more of them than are to be kept.
    bool repeated(std::span<BatchReader* const> readers);

  private:
    bool repeated(std::span<BatchReader* const> readers, std::uint64_t part, std::uint64_t parts) const;

    std::size_t most_kept_;
    std::mutex noting_;
    std::vector<BlockKeys> blocks_;
    std::size_t keys_ = 0;
    std::size_t kept_ = 0;
};

}  // namespace cadran::record
