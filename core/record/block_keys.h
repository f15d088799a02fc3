// SPDX-License-Identifier: Apache-2.0
// The keys of a block of a file, as little of them as tells whether some key of the file repeats: most files
// stand in the order of their keys.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cadran::record {

struct BlockKeys {
    std::uint32_t block = 0;
    std::size_t count = 0;
    bool ascends = true;
    // Where each key lies behind the one before, the first and the last; both empty where there is none.
    std::string first = {};
    std::string last = {};
    std::vector<std::uint64_t> fingerprints = {};  // of all of them, where they do not ascend

    // Of the keys in their order, none of them empty.
    static BlockKeys of(std::uint32_t block, std::span<const std::string_view> keys);
    static BlockKeys with_fingerprints(std::uint32_t block, std::span<const std::string_view> keys);
};

// Whether every block ascends and each lies behind another: then no key of theirs repeats.
bool are_apart(std::span<const BlockKeys> blocks);

}  // namespace cadran::record
