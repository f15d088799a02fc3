// SPDX-License-Identifier: Apache-2.0
#include "record/key_check.h"

#include <algorithm>
#include <atomic>

#include "base/all_cores.h"

namespace cadran::record {

void KeyCheck::start_over() {
    blocks_.clear();
    fingerprints_.emplace(spill_);
}

void KeyCheck::note(BlockKeys keys) {
    const std::lock_guard alone(noting_);
    add(std::exchange(keys.fingerprints, {}));
    blocks_.push_back(std::move(keys));
}

bool KeyCheck::repeated(std::span<BatchReader* const> readers) {
    if (are_apart(blocks_)) return false;
    std::atomic<std::size_t> next = 0;
    on_all_cores(readers.size(), [&](std::size_t lane) {
        for (std::size_t i = next++; i < blocks_.size(); i = next++) {
            if (!blocks_[i].ascends) continue;
            const BlockKeys keys = readers[lane]->fingerprints(blocks_[i].block);
            const std::lock_guard alone(noting_);
            add(keys.fingerprints);
        }
    });
    return !fingerprints_->repeated().empty();
}

void KeyCheck::add(std::span<const std::uint64_t> fingerprints) {
    for (const std::uint64_t one : fingerprints) fingerprints_->add(one);
}

}  // namespace cadran::record
