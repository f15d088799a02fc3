// SPDX-License-Identifier: Apache-2.0
// Work that all cores share.
#pragma once

#include <cstddef>
#include <functional>

namespace cadran {

// At least 1.
std::size_t cores();

// Calls for each number below the count, on all cores; of what was thrown, throws one.
void on_all_cores(std::size_t count, const std::function<void(std::size_t)>& call);

}  // namespace cadran
