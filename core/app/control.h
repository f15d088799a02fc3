// SPDX-License-Identifier: Apache-2.0
// The controls of a process, run over the records of a period.
#pragma once

#include <string>

#include "app/session.h"
#include "model/run.h"

namespace cadran::app {

struct RunDone {
    model::Run run;
    Diagnostics faults;  // of plugins: records they could not judge, by file and line
};

// Every control of the process in force at the end of the period, each record judged by the version of the
// control in force on its event date. Run again, it finds the same under the same identifiers.
Result<RunDone> run_controls(Session& session, const std::string& process, const calendar::Period& period);

}  // namespace cadran::app
