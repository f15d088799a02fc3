// SPDX-License-Identifier: Apache-2.0
// What a session may take of the machine's memory while it looks at records.
#pragma once

#include <cstdint>

#include "app/session.h"

namespace cadran::app {

std::int64_t memory_limit(const Session& session);

// What is left of it besides what the process has, in bytes. Refused, with how much it takes, where that is
// too little to work with.
Result<std::int64_t> memory_left(const Session& session);

// Of so much that was left, in bytes, it takes so much: says what the session has to be given.
tl::unexpected<Failure> refuse_memory(const Session& session, std::int64_t left, std::int64_t needed);

}  // namespace cadran::app
