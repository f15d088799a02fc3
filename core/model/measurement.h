// SPDX-License-Identifier: Apache-2.0
// What an indicator showed in a period, and on what that rests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "model/finding.h"
#include "model/process.h"

namespace cadran::model {

enum class Attainment { met, missed, nothing_to_measure };

std::string_view attainment_name(Attainment attainment);
LocalText attainment_title(Attainment attainment);

struct Measurement {
    std::int64_t number = 0;
    std::string process;
    std::string indicator;
    calendar::Period period;
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::int64_t excluded = 0;        // records that could not be checked: in neither figure
    std::vector<Subject> exceptions;  // in the denominator only; sorted
    std::optional<Decimal> target;    // in per cent, as valid on the last day of the period
    Direction direction = Direction::higher;
    std::vector<ControlVersion> measures;  // the versions of the measure in force in the period
    std::vector<std::int64_t> imports;     // that brought the records
    std::string by;
    Instant at;

    // In per cent with one digit, rounded half away from zero; none where the denominator is 0.
    std::optional<Decimal> value() const;
    // Judged on the exact ratio, not on the rounded figure. Without a target nothing is missed.
    Attainment attainment() const;
};

// The periods of `frequency` rolled up into a longer one: sums, never means of ratios. Parts in order, not
// empty.
Measurement rolled_up(const std::vector<Measurement>& parts, calendar::Period whole,
                      std::optional<Decimal> target);

}  // namespace cadran::model
