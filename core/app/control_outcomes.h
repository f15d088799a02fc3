// SPDX-License-Identifier: Apache-2.0
// What the controls of a process found when they ran last.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/run.h"

namespace cadran::app {

struct ControlOutcome {
    std::string control;  // `claims/over-threshold`
    LocalText title;
    std::string process;
    LocalText process_title;
    // Of the newest run that had it, added up over the versions in force; none where it never ran, and of a
    // control that keeps what it finds for a confidant the population alone.
    std::optional<model::ControlResult> result = {};
    std::optional<model::Run> run = {};  // without its results
    bool confided = false;
};

// Of every control in the plan of a process in force today, in their order there; of that process, or all.
Result<std::vector<ControlOutcome>> list_outcomes(Session& session, const std::string& process = {});

}  // namespace cadran::app
