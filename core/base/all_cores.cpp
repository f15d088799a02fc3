// SPDX-License-Identifier: Apache-2.0
#include "base/all_cores.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace cadran {

std::size_t cores() {
    return std::max(1U, std::thread::hardware_concurrency());
}

void on_all_cores(std::size_t count, const std::function<void(std::size_t)>& call) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) call(i);
    };
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < std::min(cores(), count); ++i)
        others.push_back(std::async(std::launch::async, work));
    work();
    for (std::future<void>& other : others) other.get();
}

}  // namespace cadran
