// SPDX-License-Identifier: Apache-2.0
// The digest that each person gets by mail of what is due for them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/due.h"
#include "app/post.h"

namespace cadran::app {

// How far ahead a digest looks.
inline constexpr std::chrono::days days_in_digest{7};

struct DigestsSent {
    std::vector<std::string> accounts;  // to whom, by name
    Diagnostics faults;                 // what did not go out; it is tried again by the next run
};

// To everybody who has an address, wants one and had none yet that day or week, where anything of `due`
// concerns them: that alone is in it, what is overdue first. Each is recorded as soon as the server has
// accepted it. Killed between the two, the next run sends that one again, under the same Message-ID: none is
// lost. `password` is that of the server's user, where it has one. For use cases that were authorised.
Result<DigestsSent> send_digests(Session& session, const std::vector<DueItem>& due,
                                 const std::optional<std::string>& password, const mail::Connect& connect);

}  // namespace cadran::app
