// SPDX-License-Identifier: Apache-2.0
// Which of many fingerprints occur more than once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace cadran {

// Of all parts together; sorted, each once. Takes half as much memory again as the fingerprints themselves,
// whose high bits must be well mixed for it to be quick.
std::vector<std::uint64_t> repeated(std::span<const std::span<const std::uint64_t>> parts);
std::vector<std::uint64_t> repeated(std::span<const std::uint64_t> fingerprints);

}  // namespace cadran
