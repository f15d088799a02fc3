// SPDX-License-Identifier: Apache-2.0
// What an indicator showed in a period, and on what that rests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "calendar/period.h"
#include "model/finding.h"
#include "model/indicator.h"

namespace cadran::model {

enum class Attainment {
    met,
    missed,
    alert,  // missed, and beyond the warning threshold too
    nothing_to_measure,
};

std::string_view attainment_name(Attainment attainment);
std::optional<Attainment> parse_attainment(std::string_view name);
LocalText attainment_title(Attainment attainment);

struct Measurement {
    std::int64_t number = 0;
    std::string process;
    std::string indicator;
    calendar::Period period;
    Unit unit = Unit::percent;
    Source source = Source::measure;
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;   // 0 where the value is no share of something
    std::optional<Decimal> figure;  // of what is no share: counted or recorded, in the unit
    Currency currency;              // of an amount
    std::string comment;            // of what was recorded by hand: where it comes from, or why it is absent
    std::int64_t excluded = 0;      // records that could not be checked: in no figure
    std::vector<Subject> exceptions;  // in the denominator only; sorted
    std::optional<Target> target;     // as valid on the last day of the period
    Direction direction = Direction::higher;
    std::vector<ControlVersion> measures;  // the versions of the measure in force in the period
    std::vector<std::int64_t> imports;     // that brought the records
    bool sampled = false;                  // of records drawn by lot: the share has an interval
    std::string reason;                    // why it takes the place of a figure that a review has looked at
    std::string by;
    Instant at;

    // A share in per cent is rounded to one digit, half away from zero; none where there was nothing to
    // measure.
    std::optional<Decimal> value() const;
    // Judged on the exact share, not on the rounded one. Without a target nothing is missed.
    Attainment attainment() const;

  private:
    std::strong_ordering compared_with(const Decimal& bound) const;
    bool is_within(const Decimal& bound, const std::optional<Decimal>& upper) const;
};

// The periods of `frequency` rolled up into a longer one: sums, never means of ratios. None where the parts
// do not give the whole: a share whose counts are not known, a duration, a figure that is absent. Parts in
// order, not empty. What a part is to reach says nothing of a sum of amounts, which is judged against no
// target; but where each part is to be at most 0, so is the sum.
std::optional<Measurement> rolled_up(const std::vector<Measurement>& parts, calendar::Period whole,
                                     std::optional<Target> target);

}  // namespace cadran::model
