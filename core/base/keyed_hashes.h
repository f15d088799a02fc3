// SPDX-License-Identifier: Apache-2.0
// SipHash of many texts, several at a time.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash.h"

namespace cadran {

// What keyed_hash() says of each text; quickest where those that follow each other are of one length.
void keyed_hashes(const HashKey& key, std::span<const std::string_view> texts,
                  std::span<std::uint64_t> hashes);

}  // namespace cadran
