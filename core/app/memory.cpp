// SPDX-License-Identifier: Apache-2.0
#include "app/memory.h"

#include "base/all_cores.h"
#include "base/memory.h"

namespace cadran::app {

namespace {

constexpr std::int64_t megabyte = 1'000'000;
// What each core reads, and what becomes of it.
constexpr std::int64_t of_a_core = 8 * megabyte;
// What is free between what is in use cannot be used for everything.
constexpr std::int64_t part_of_gaps = 16;
constexpr std::int64_t least_left = 16 * megabyte;
constexpr std::int64_t round_number = 10 * megabyte;

}  // namespace

std::int64_t memory_limit(const Session& session) {
    return session.memory.value_or(usual_memory());
}

Result<std::int64_t> memory_left(const Session& session) {
    const std::int64_t limit = memory_limit(session);
    const std::int64_t left =
        limit - limit / part_of_gaps - resident_memory() - static_cast<std::int64_t>(cores()) * of_a_core;
    if (left >= least_left) return left;
    return refuse_memory(session, left, least_left);
}

tl::unexpected<Failure> refuse_memory(const Session& session, std::int64_t left, std::int64_t needed) {
    const std::int64_t limit = memory_limit(session);
    const std::int64_t least = (limit - left + needed) / round_number * round_number + round_number;
    return refused({"app.more_memory", {{"memory", limit / megabyte}, {"least", least / megabyte}}},
                   Message{"app.give_memory"});
}

}  // namespace cadran::app
