// SPDX-License-Identifier: Apache-2.0
// Which of many fingerprints occur more than once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace cadran {

// Of all parts together; sorted, each once. Takes as much memory besides, and all cores where there are
// many.
std::vector<std::uint64_t> repeated(std::span<const std::span<const std::uint64_t>> parts);
std::vector<std::uint32_t> repeated(std::span<const std::span<const std::uint32_t>> parts);
std::vector<std::uint64_t> repeated(std::span<const std::uint64_t> fingerprints);

}  // namespace cadran
