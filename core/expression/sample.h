// SPDX-License-Identifier: Apache-2.0
// Draws the same sample of a population on any machine and in any order.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/hash.h"

namespace cadran::expression {

// min(N, max(1, ceil(rate × N))), or without a rate min(N, size).
std::size_t sample_size(const std::optional<Decimal>& rate, std::int64_t size, std::size_t population);

// The indices of those names whose SipHash under the seed is smallest, ties by the bytes of the name.
std::vector<std::size_t> sample_of(std::span<const std::string> names, std::size_t size, const HashKey& seed);

}  // namespace cadran::expression
