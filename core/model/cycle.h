// SPDX-License-Identifier: Apache-2.0
// One turn of the PDCA wheel of a process.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "calendar/period.h"

namespace cadran::model {

enum class Stage { plan, execute, check, act, closed };

inline constexpr std::array all_stages{Stage::plan, Stage::execute, Stage::check, Stage::act, Stage::closed};

// `plan`, `do`, `check`, `act`, `closed`.
std::string_view stage_name(Stage stage);
std::optional<Stage> parse_stage(std::string_view name);
LocalText stage_title(Stage stage);

// A turn passes through its stages in order, one at a time, and never back.
std::optional<Stage> stage_after(Stage stage);

struct Cycle {
    std::string process;
    int number = 1;  // of the turn
    calendar::Period period;
    Stage stage = Stage::plan;
    int revision = 1;
};

}  // namespace cadran::model
