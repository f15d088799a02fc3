// SPDX-License-Identifier: Apache-2.0
// A requirement that was not met (ISO 9000:2015, 3.6.9), and the confirmed findings that show it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"

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

}  // namespace cadran::model
