// SPDX-License-Identifier: Apache-2.0
// The turns of the PDCA wheel and the gates between their stages.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "model/cycle.h"
#include "model/objective_proposal.h"
#include "model/process.h"
#include "store/unit_of_work.h"

namespace cadran::app {

// What the last figures say of an objective.
struct ProposedObjective {
    LocalText objective;  // the title of the indicator where no objective is judged by it
    model::Indicator indicator;
    model::ObjectiveProposal proposal;
};

struct ShownCycle {
    model::Cycle cycle;
    std::optional<model::Stage> next;  // none for a closed turn
    Diagnostics obstacles;             // what still stands before the next stage
    std::int64_t open_actions = 0;  // of the process; what a turn leaves unfinished carries over to the next
    std::int64_t overdue_actions = 0;
    // For the turn that is planned, or for the next one once this one is checked; by the order of the sheet.
    std::vector<ProposedObjective> proposals;
    Currency currency;  // of amounts
};

// The newest turn of a process.
Result<ShownCycle> show_cycle(Session& session, const std::string& process);

// Of every process in force, by name.
Result<std::vector<ShownCycle>> list_cycles(Session& session);

// Takes the turn into its next stage, which must be the one named, once nothing stands in its way. Act is
// closed by signing the review and by nothing else.
Result<model::Cycle> turn_cycle(Session& session, const std::string& process, model::Stage to);

// Closes Act and opens the next turn, within the unit of work that signs the review.
Result<model::Cycle> close_turn(store::UnitOfWork& work, const model::Cycle& turn);

}  // namespace cadran::app
