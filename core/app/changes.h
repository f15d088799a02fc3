// SPDX-License-Identifier: Apache-2.0
// What others did lately that concerns somebody.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"

namespace cadran::app {

struct Change {
    Instant at;
    std::string by;  // the person's name
    Message what;
    std::string subject;  // `process/pay-benefits`, `review/pay-benefits/2026-Q3`, `action/12`
};

inline constexpr std::chrono::days recent{14};

// Of the last `recent` days, newest first, at most so many: definitions that came into force, reviews held
// and signed, audits as they went on, actions that the actor owns. Of each only what the actor may see
// elsewhere.
Result<std::vector<Change>> list_changes(Session& session, std::size_t most);

}  // namespace cadran::app
