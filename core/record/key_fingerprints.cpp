// SPDX-License-Identifier: Apache-2.0
#include "record/key_fingerprints.h"

#include <algorithm>

#include "base/repeats.h"

namespace cadran::record {

namespace {

constexpr std::size_t fingerprints_a_block = std::size_t{1} << 16;

}  // namespace

void KeyFingerprints::add(std::uint64_t fingerprint) {
    fingerprints_.push_back(fingerprint);
    // A vector that grows has two and a half times what it holds.
    if (spill_ && std::ssize(fingerprints_) > spill_->memory / (3 * bytes_each) &&
        fingerprints_.size() >= fingerprints_a_block)
        write();
}

void KeyFingerprints::write() {
    if (!file_) file_.emplace(spill_->folder);
    file_->append({reinterpret_cast<const char*>(fingerprints_.data()),
                   fingerprints_.size() * sizeof fingerprints_.front()});
    fingerprints_.clear();
}

std::vector<std::uint64_t> KeyFingerprints::repeated() {
    if (!file_) {
        auto found = cadran::repeated(fingerprints_);
        fingerprints_ = {};
        return found;
    }
    write();
    fingerprints_ = {};
    const auto count = static_cast<std::uint64_t>(file_->size()) / sizeof(std::uint64_t);
    const auto at_a_time = static_cast<std::uint64_t>(std::max<std::int64_t>(spill_->memory / bytes_each, 1));
    const std::uint64_t parts = count / at_a_time + 1;
    std::vector<std::uint64_t> found;
    for (std::uint64_t number = 0; number < parts; ++number) {
        const std::vector<std::uint64_t> repeats = cadran::repeated(part(number, parts));
        found.insert(found.end(), repeats.begin(), repeats.end());
    }
    std::ranges::sort(found);
    file_.reset();
    return found;
}

std::vector<std::uint64_t> KeyFingerprints::part(std::uint64_t number, std::uint64_t parts) const {
    const auto count = static_cast<std::size_t>(file_->size()) / sizeof(std::uint64_t);
    std::vector<std::uint64_t> block, part;
    part.reserve(count / parts + count / parts / 8);
    for (std::size_t from = 0; from < count; from += block.size()) {
        block.resize(std::min(fingerprints_a_block, count - from));
        file_->read(static_cast<std::int64_t>(from * sizeof(std::uint64_t)),
                    reinterpret_cast<char*>(block.data()), block.size() * sizeof(std::uint64_t));
        std::ranges::copy_if(block, std::back_inserter(part),
                             [&](std::uint64_t one) { return one % parts == number; });
    }
    return part;
}

}  // namespace cadran::record
