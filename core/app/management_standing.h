// SPDX-License-Identifier: Apache-2.0
// Where the management review of a year stands: nobody prepared it, inputs are missing, it is to be held or
// to be signed.
#pragma once

#include <optional>
#include <vector>

#include "app/session.h"
#include "model/management_review.h"

namespace cadran::app {

struct ManagementStanding {
    calendar::Period year;
    calendar::Period period;                       // of its review; the year where there is none yet
    std::optional<model::ReviewState> state = {};  // none: nobody prepared it
    // Neither known, supplied nor justified; of a review that is not signed.
    std::vector<model::ReviewInput> missing = {};

    bool is_signed() const { return state == model::ReviewState::signed_off; }
};

// Of the year that ended last and of the one that is ending, in this order; of a year on whose last day, or
// today, no process was in force, none is asked. Any review whose period ends in the year is its review, a
// signed one before others.
Result<std::vector<ManagementStanding>> management_standings(Session& session, Date today);

}  // namespace cadran::app
