// SPDX-License-Identifier: Apache-2.0
// An indicator period after period: what it showed, what it showed before it was restated, what is missing.
#pragma once

#include <optional>
#include <vector>

#include "model/measurement.h"

namespace cadran::model {

struct PeriodFigure {
    calendar::Period period;
    std::optional<Measurement> measurement = {};  // the newest; none where nobody measured
    std::vector<Measurement> replaced = {};       // earlier ones with another figure, oldest first

    std::optional<Decimal> value() const { return measurement ? measurement->value() : std::nullopt; }
};

// The same figure, whatever it was measured on and by whom.
bool shows_the_same(const Measurement& a, const Measurement& b);

// Of one indicator: the latest periods of its frequency up to `last`, at most so many, without a hole between
// them; they start with one that was measured. `measurements` are in the order in which they were made; those
// of other indicators and periods are passed over.
std::vector<PeriodFigure> indicator_history(const Indicator& indicator,
                                            const std::vector<Measurement>& measurements,
                                            calendar::Period last, std::size_t most);

// Of one period as it was measured or else, where every part of it was, rolled up.
std::optional<Measurement> figure_over(const Indicator& indicator,
                                       const std::vector<Measurement>& measurements,
                                       const calendar::Period& period);

// The last period of the indicator's frequency that is over when `span` is.
calendar::Period last_period_of(const Indicator& indicator, const calendar::Period& span);

// More do not fit a picture, and what lies further back says little of today.
inline constexpr std::size_t usual_history = 24;

}  // namespace cadran::model
