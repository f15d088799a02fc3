// SPDX-License-Identifier: Apache-2.0
#include "record/key_check.h"

#include <algorithm>
#include <atomic>

#include "base/all_cores.h"
#include "base/repeats.h"

namespace cadran::record {

void KeyCheck::start_over() {
    blocks_.clear();
    keys_ = kept_ = 0;
}

void KeyCheck::note(BlockKeys keys) {
    const std::lock_guard alone(noting_);
    keys_ += keys.count;
    if (kept_ > most_kept_) keys.fingerprints = {};
    kept_ += keys.fingerprints.size();
    blocks_.push_back(std::move(keys));
    if (kept_ <= most_kept_) return;
    for (BlockKeys& block : blocks_) block.fingerprints = {};
}

bool KeyCheck::repeated(std::span<BatchReader* const> readers) {
    if (are_apart(blocks_)) return false;
    const std::uint64_t parts = keys_ / std::max<std::size_t>(most_kept_, 1) + 1;
    if (parts > 1) {
        for (BlockKeys& block : blocks_) block.fingerprints = {};
    }
    for (std::uint64_t part = 0; part < parts; ++part) {
        if (repeated(readers, part, parts)) return true;
    }
    return false;
}

bool KeyCheck::repeated(std::span<BatchReader* const> readers, std::uint64_t part,
                        std::uint64_t parts) const {
    std::vector<std::vector<std::uint64_t>> read(blocks_.size());
    std::atomic<std::size_t> next = 0;
    on_all_cores(readers.size(), [&](std::size_t lane) {
        for (std::size_t i = next++; i < blocks_.size(); i = next++) {
            if (!blocks_[i].fingerprints.empty() || blocks_[i].count == 0) continue;
            read[i] = readers[lane]->fingerprints(blocks_[i].block).fingerprints;
            std::erase_if(read[i], [&](std::uint64_t one) { return one % parts != part; });
            read[i].shrink_to_fit();
        }
    });
    std::vector<std::span<const std::uint64_t>> all;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
        all.emplace_back(blocks_[i].fingerprints.empty() ? read[i] : blocks_[i].fingerprints);
    return !cadran::repeated(all).empty();
}

}  // namespace cadran::record
