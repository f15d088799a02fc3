// SPDX-License-Identifier: Apache-2.0
// The turns of the PDCA wheel and the gates between their stages.
#pragma once

#include <string>

#include "app/session.h"
#include "model/cycle.h"
#include "store/unit_of_work.h"

namespace cadran::app {

struct ShownCycle {
    model::Cycle cycle;
    std::optional<model::Stage> next;  // none for a closed turn
    Diagnostics obstacles;             // what still stands before the next stage
};

// The newest turn of a process.
Result<ShownCycle> show_cycle(Session& session, const std::string& process);

// Takes the turn into its next stage, which must be the one named, once nothing stands in its way. Act is
// closed by signing the review and by nothing else.
Result<model::Cycle> turn_cycle(Session& session, const std::string& process, model::Stage to);

// Closes Act and opens the next turn, within the unit of work that signs the review.
Result<model::Cycle> close_turn(store::UnitOfWork& work, const model::Cycle& turn);

}  // namespace cadran::app
