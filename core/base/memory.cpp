// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <string>

// Of mimalloc, where the program has its memory from there.
extern "C" [[gnu::weak]] void mi_collect(bool force);

namespace cadran {

namespace {

constexpr std::int64_t megabyte = 1'000'000;
constexpr std::int64_t least_usual = 256 * megabyte;
constexpr std::int64_t share_of_machine = 4;

// What the group of processes may take that this one is in, as containers and services are bounded.
std::optional<std::int64_t> granted() {
    std::ifstream groups("/proc/self/cgroup");
    for (std::string line; std::getline(groups, line);) {
        if (!line.starts_with("0::")) continue;
        std::ifstream file("/sys/fs/cgroup" + line.substr(3) + "/memory.max");
        std::int64_t bytes = 0;
        if (file >> bytes && bytes > 0) return bytes;
    }
    return {};
}

}  // namespace

std::int64_t resident_memory() {
    std::ifstream file("/proc/self/statm");
    std::int64_t all = 0, resident = 0;
    file >> all >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

void return_free_memory() {
    if (mi_collect != nullptr)
        mi_collect(true);
    else
        ::malloc_trim(0);
}

std::int64_t usual_memory() {
    const std::int64_t machine = std::int64_t{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE);
    return std::max(least_usual, std::min(machine, granted().value_or(machine)) / share_of_machine);
}

std::optional<std::int64_t> parse_memory(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    if (fault != std::errc() || number <= 0) return {};
    const bool is_mega = unit == "MB" || unit == "Mo", is_giga = unit == "GB" || unit == "Go";
    const std::int64_t factor = is_mega ? megabyte : 1000 * megabyte;
    if ((!is_mega && !is_giga) || number > std::numeric_limits<std::int64_t>::max() / factor) return {};
    return number * factor;
}

}  // namespace cadran
