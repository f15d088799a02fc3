// SPDX-License-Identifier: Apache-2.0
// What the payment system is told: which held payments may go (bons à payer), and which stay suspended.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/hash.h"

namespace cadran::model {

struct ReleaseList {
    std::int64_t number = 0;
    std::vector<std::string> findings;  // released since the list before; each finding is on one list only
    Digest released;                    // the archived file of what may be paid
    Digest suspended;                   // the archived file of what stays held
    std::string by;
    Instant at;
};

}  // namespace cadran::model
