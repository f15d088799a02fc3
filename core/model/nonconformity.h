// SPDX-License-Identifier: Apache-2.0
// A requirement that was not met (ISO 9000:2015, 3.6.9), and the confirmed findings that show it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "model/action.h"

namespace cadran::model {

struct Nonconformity {
    std::int64_t number = 0;
    std::string process;
    std::string title;                  // in a few words, as its author wrote it
    std::string requirement;            // what was not met, and where it is written
    std::string extent;                 // how far it reaches: since when, where else
    std::vector<std::string> findings;  // its evidence; sorted, each in one nonconformity only
    std::string by;                     // who stated it
    Instant at;
    int revision = 1;
};

// What became of what follows from a nonconformity; cancelled actions do not count.
struct FollowUp {
    std::int64_t actions = 0;
    // Of these: corrections that are done, actions judged effective, and ineffective ones whose successor, or
    // the successor of that, was.
    std::int64_t finished = 0;

    // By ISO 9001:2015, 10.2.1: something was done, nothing of it is still to be done or judged, and what did
    // not work gave way to what did.
    bool dealt_with() const { return actions > 0 && finished == actions; }
};

// `actions` may be those of others too.
FollowUp follow_up_of(const Nonconformity& nonconformity, const std::vector<Action>& actions);

}  // namespace cadran::model
