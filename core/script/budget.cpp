// SPDX-License-Identifier: Apache-2.0
#include "script/budget.h"

#include <algorithm>

namespace cadran::script {

Limits Budget::remaining(Limits one) const {
    one.fuel = std::min(one.fuel, fuel_);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(time_);
    one.call = std::min(one.call, left);
    return one;
}

}  // namespace cadran::script
