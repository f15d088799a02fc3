// SPDX-License-Identifier: Apache-2.0
#include "model/process.h"

#include <algorithm>

namespace cadran::model {

std::optional<Decimal> Indicator::target_at(Date date) const {
    std::optional<Decimal> value;
    for (const Target& target : targets) {
        if (target.from <= date) value = target.value;
    }
    return value;
}

const Indicator* Process::find_indicator(std::string_view wanted) const {
    const auto found = std::ranges::find(indicators, wanted, &Indicator::id);
    return found == indicators.end() ? nullptr : &*found;
}

}  // namespace cadran::model
