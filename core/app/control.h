// SPDX-License-Identifier: Apache-2.0
// The controls of a process, run over the records of a period.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/run.h"

namespace cadran::app {

// Records that a control could not check since they lack the same values: `amount`, `holder.left_on`,
// `holder` where no row is joined, `C-7: amount` of another record.
struct NotChecked {
    std::string control;
    std::vector<std::string> lacking;
    std::vector<std::string> records;
};

struct RunDone {
    model::Run run;
    Diagnostics faults;                   // of plugins, as Evaluation has them
    std::vector<NotChecked> not_checked;  // by control, in its order in the sheet, and by what is lacking
    // Of records of other days that joins and windows would have seen, had they not been purged: the last
    // day, by type.
    std::map<std::string, Date> purged = {};
    // The controls that keep what they find for a confidant. Of their results only the population is here:
    // whoever runs them over a record of their choice must not learn what is thought of it.
    std::set<std::string> confided = {};
};

// Every control of the process in force at the end of the period, each record judged by the version of the
// control in force on its event date. Run again, it finds the same under the same identifiers.
Result<RunDone> run_controls(Session& session, const std::string& process, const calendar::Period& period);

}  // namespace cadran::app
