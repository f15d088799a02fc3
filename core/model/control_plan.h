// SPDX-License-Identifier: Apache-2.0
// The control plan of a process: which risk is controlled how, how often, by whom, and what proves it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/message.h"
#include "model/account.h"

namespace cadran::model {

enum class ControlFrequency { each_record, daily, weekly, monthly, quarterly, yearly };

inline constexpr std::array all_control_frequencies{ControlFrequency::each_record, ControlFrequency::daily,
                                                    ControlFrequency::weekly,      ControlFrequency::monthly,
                                                    ControlFrequency::quarterly,   ControlFrequency::yearly};

std::string_view control_frequency_name(ControlFrequency frequency);
std::optional<ControlFrequency> parse_control_frequency(std::string_view name);
LocalText control_frequency_title(ControlFrequency frequency);

// What the plan says of a control, whoever carries it out.
struct ControlTerms {
    std::vector<std::string> risks;  // of the same process
    ControlFrequency frequency = ControlFrequency::each_record;
    Role by = Role::controller;
    LocalText proof;  // what is kept as evidence that it was done

    friend bool operator==(const ControlTerms&, const ControlTerms&) = default;
};

// A control of a plugin, with the parameters that the process sets as text (`800.00 EUR`).
struct ControlUse {
    std::string control;  // `claims/over-threshold`
    ControlTerms terms = {};
    std::vector<std::pair<std::string, std::string>> parameters = {};

    friend bool operator==(const ControlUse&, const ControlUse&) = default;
};

// A control that people carry out without the machine: a committee, a cross-reading.
struct ManualControl {
    std::string id;
    LocalText title;
    ControlTerms terms;

    friend bool operator==(const ManualControl&, const ManualControl&) = default;
};

}  // namespace cadran::model
