// SPDX-License-Identifier: Apache-2.0
// Who did a step, and when.
#pragma once

#include <string>

#include "base/clock.h"

namespace cadran::model {

struct Mark {
    std::string by;  // account
    Instant at;
};

}  // namespace cadran::model
