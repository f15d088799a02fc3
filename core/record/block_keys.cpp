// SPDX-License-Identifier: Apache-2.0
#include "record/block_keys.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <utility>

namespace cadran::record {

namespace {

// Eight bytes as a number that is in their order.
std::uint64_t eight(const char* bytes) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return __builtin_bswap64(number);
}

// Shorter keys come first, so that numbers ascend as they are written, with zeros before them or without.
bool is_before(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return one.size() < other.size();
    const std::size_t rest = one.size() - 8;
    if (one.size() < 8 || rest > 8) return one < other;
    return std::pair(eight(one.data()), eight(one.data() + rest)) <
           std::pair(eight(other.data()), eight(other.data() + rest));
}

}  // namespace

BlockKeys BlockKeys::of(std::uint32_t block, std::span<const std::string_view> keys) {
    const auto falls = [](std::string_view one, std::string_view next) { return !is_before(one, next); };
    if (std::ranges::adjacent_find(keys, falls) != keys.end()) return with_fingerprints(block, keys);
    BlockKeys ascending{block, keys.size()};
    if (!keys.empty()) ascending.first = keys.front(), ascending.last = keys.back();
    return ascending;
}

BlockKeys BlockKeys::with_fingerprints(std::uint32_t block, std::span<const std::string_view> keys) {
    BlockKeys told{block, keys.size(), false};
    told.fingerprints.reserve(keys.size());
    for (const std::string_view key : keys) told.fingerprints.push_back(std::hash<std::string_view>()(key));
    return told;
}

bool are_apart(std::span<const BlockKeys> blocks) {
    std::vector<const BlockKeys*> ranges;
    for (const BlockKeys& block : blocks) {
        if (!block.ascends) return false;
        if (!block.first.empty()) ranges.push_back(&block);
    }
    std::ranges::sort(ranges, is_before,
                      [](const BlockKeys* range) { return std::string_view(range->first); });
    const auto overlap = [](const BlockKeys* one, const BlockKeys* next) {
        return !is_before(one->last, next->first);
    };
    return std::ranges::adjacent_find(ranges, overlap) == ranges.end();
}

}  // namespace cadran::record
