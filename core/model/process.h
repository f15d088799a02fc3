// SPDX-License-Identifier: Apache-2.0
// A process as its sheet defines it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/message.h"
#include "calendar/period.h"

namespace cadran::model {

// In force from that date until the next one.
struct Target {
    Date from;
    Decimal value;
};

enum class Direction { higher, lower };  // which side of the target is good

struct Indicator {
    std::string id;
    LocalText title;
    Direction direction = Direction::higher;
    calendar::Period::Kind frequency = calendar::Period::Kind::month;
    std::string measure;          // `claims/decided-before-payment`
    std::vector<Target> targets;  // in per cent; ascending by date, never empty

    // The target at that date; none before the first.
    std::optional<Decimal> target_at(Date date) const;
};

struct Objective {
    std::string id;
    LocalText text;
    std::string indicator;  // by which it is judged
};

// A control of the process's plan, with the parameters it sets as text (`800.00 EUR`).
struct ControlUse {
    std::string control;
    std::vector<std::pair<std::string, std::string>> parameters;
};

struct Process {
    std::string id;  // `pay-benefits`
    LocalText title;
    std::string pilot;  // name of an account
    std::vector<std::string> backups;
    LocalText purpose;
    LocalText start_event;
    LocalText end_event;
    std::vector<Objective> objectives;
    std::vector<Indicator> indicators;
    std::vector<ControlUse> controls;

    const Indicator* find_indicator(std::string_view id) const;
};

}  // namespace cadran::model
