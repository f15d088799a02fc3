// SPDX-License-Identifier: Apache-2.0
// Action plans as organisations keep them, in spreadsheets with headings of their own.
#pragma once

#include <string>
#include <vector>

#include "definition/register_table.h"
#include "model/action.h"

namespace cadran::definition {

struct ActionPlanRow {
    std::string process;   // as the plan names it: id or title
    std::string owner;     // as the plan names them: account or person; may be empty
    model::Action action;  // without process and owner; its indicator as the plan names it: id or title
    Place place;           // of what is to be done
    Place process_place;
    Place owner_place;
    Place indicator_place;
    Place reference_place;  // or that of what is to be done, where there is no reference
};

struct ActionPlan {
    RegisterColumns columns;  // as they were read
    std::vector<std::string> ignored;
    std::vector<ActionPlanRow> rows;
    // Actions of which the plan does not say it: taken for actions of the sector; for corrective where causes
    // stand beside them, for improvements where none do; their state taken from the progress.
    int without_level = 0;
    int without_kind = 0;
    int without_state = 0;
};

// The fields are `process`, `action`, `reference`, `origin`, `source`, `level`, `kind`, `causes`, `owner`,
// `due`, `progress`, `comment`, `state`, `indicator`, `criterion`, `judged-on`. Causes are parted by `→` or
// `;`. Fails with all that is missing or means nothing, by cell: what is decided or in progress has an owner
// and a date.
Result<ActionPlan> read_action_plan(const std::vector<Table>& tables, const std::string& file_name,
                                    const RegisterWishes& wishes);

}  // namespace cadran::definition
