// SPDX-License-Identifier: Apache-2.0
// What the figures of a turn say of the objectives of the next one.
#pragma once

#include <optional>
#include <vector>

#include "model/indicator_history.h"

namespace cadran::model {

enum class Proposal {
    keep,     // nothing speaks for another target
    raise,    // every figure of a year was better than the target asks
    act,      // the last figure missed the target: an action rather than another target
    measure,  // the last period has no figure to judge
};

std::string_view proposal_name(Proposal proposal);
LocalText proposal_title(Proposal proposal);

struct ObjectiveProposal {
    Proposal proposal = Proposal::keep;
    std::optional<Decimal> target = {};  // in force; of `within`, the lower bound
    std::optional<Decimal> upper = {};   // of `within`, the upper bound
    std::optional<Decimal> raised = {};  // the worst figure of the year; of `raise` only
};

// Of an indicator whose history ends with the last period of the turn. A target is never made easier, and of
// `within` never made narrower. None where the indicator has no target.
std::optional<ObjectiveProposal> proposed_objective(const Indicator& indicator,
                                                    const std::vector<PeriodFigure>& history);

}  // namespace cadran::model
