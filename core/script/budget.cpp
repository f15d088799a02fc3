// SPDX-License-Identifier: Apache-2.0
#include "script/budget.h"

#include <algorithm>

#include "script/ruling.h"
#include "script/sandbox.h"

namespace cadran::script {

Limits Budget::remaining(Limits one) const {
    one.fuel = std::min(one.fuel, fuel_);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(time_);
    one.call = std::min(one.call, left);
    return one;
}

void Budget::take(const Sandbox& sandbox) {
    fuel_ -= sandbox.fuel_used();
    time_ -= sandbox.time_used();
}

void Budget::take(const Ruling& ruling) {
    fuel_ -= ruling.fuel;
    time_ -= ruling.time;
}

}  // namespace cadran::script
