// SPDX-License-Identifier: Apache-2.0
// A figure by which a process is judged, as its sheet defines it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/message.h"
#include "calendar/period.h"

namespace cadran::model {

enum class Unit { percent, count, minutes, hours, days, points, money };

inline constexpr std::array all_units{Unit::percent, Unit::count,  Unit::minutes, Unit::hours,
                                      Unit::days,    Unit::points, Unit::money};

std::string_view unit_name(Unit unit);  // as files write it
std::optional<Unit> parse_unit(std::string_view name);
LocalText unit_title(Unit unit);

// Which values are good: the target or above, the target or below, between both bounds of the target.
enum class Direction { higher, lower, within };

std::string_view direction_name(Direction direction);
std::optional<Direction> parse_direction(std::string_view name);
LocalText direction_title(Direction direction);

// In force from that date until the next one. What misses the target is watched, what lies beyond the warning
// threshold too calls for action.
struct Target {
    Date from;
    Decimal value;                              // of `within`: the lower bound
    std::optional<Decimal> upper = {};          // of `within` only: the upper bound
    std::optional<Decimal> warning = {};        // not on the good side of `value`
    std::optional<Decimal> upper_warning = {};  // of `within` only: not below `upper`

    friend bool operator==(const Target&, const Target&) = default;
};

enum class Source {
    measure,  // a plugin's measure
    records,  // the number of records of a type whose event lies in the period
    control,  // what people decided on a control's findings: the share that conforms
    by_hand,  // recorded by a person, with a comment
};

std::string_view source_name(Source source);
std::optional<Source> parse_source(std::string_view name);
LocalText source_title(Source source);

struct Indicator {
    std::string id;
    LocalText title;
    Unit unit = Unit::percent;
    Direction direction = Direction::higher;
    calendar::Period::Kind frequency = calendar::Period::Kind::month;
    Source source = Source::measure;
    std::string measure = {};  // `claims/decided-before-payment`; of `records` the type: `claims/claim`; of
                               // `control` the control: `claims/handler-sample`
    std::vector<std::pair<std::string, std::string>> parameters = {};  // that the sheet sets for the measure
    LocalText method = {};                                             // of `by_hand`: how the figure is made
    std::vector<Target> targets;                                       // ascending by date, never empty

    // The target at that date; none before the first.
    std::optional<Target> target_at(Date date) const;

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

std::string_view frequency_name(calendar::Period::Kind frequency);
std::optional<calendar::Period::Kind> parse_frequency(std::string_view name);
LocalText frequency_title(calendar::Period::Kind frequency);

}  // namespace cadran::model
