// SPDX-License-Identifier: Apache-2.0
// Whether some key of records that are read in blocks is on two lines.
#pragma once

#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "record/batch_source.h"
#include "record/key_fingerprints.h"

namespace cadran::record {

// Several threads may note keys at a time.
class KeyCheck {
  public:
    explicit KeyCheck(Spill spill) : spill_(std::move(spill)), fingerprints_(spill_) {}

    void start_over();
    // Of every block, once.
    void note(BlockKeys keys);
    // Blocks in which keys ascend, but not throughout the file, are read once more; to be asked once.
    bool repeated(std::span<BatchReader* const> readers);

  private:
    void add(std::span<const std::uint64_t> fingerprints);

    Spill spill_;
    std::mutex noting_;
    std::vector<BlockKeys> blocks_;                // without their fingerprints
    std::optional<KeyFingerprints> fingerprints_;  // of all blocks but those in which keys ascend
};

}  // namespace cadran::record
