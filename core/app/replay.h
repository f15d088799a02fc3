// SPDX-License-Identifier: Apache-2.0
// Controls over a file that is not imported: what they would find, before anything comes into force.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/file_screening.h"
#include "model/run.h"

namespace cadran::app {

struct ReplayControls {
    std::vector<std::string> controls;  // `claims/over-threshold`; of one plugin and one type of records
    std::filesystem::path file;         // in any form that can be imported
    bool draft = false;                 // the files that people edit now; else what is in force today
    // Where what was found goes, a line of CSV a finding, readable by its owner alone; outside the workspace.
    std::optional<std::filesystem::path> findings = {};
    std::vector<std::pair<std::string, std::string>> set = {};  // parameters that are not as by default
};

struct Replayed {
    JudgedFile file;
    std::vector<model::ControlResult> results;  // by control, in the order in which they were named
    Diagnostics faults;                         // of plugins, as Evaluation has them
    std::map<std::string, Date> purged = {};    // as RunDone says it
};

// Judges every record of the file by one version of each control, whatever its date, with the parameters'
// defaults where nothing else is set; joined records are those of the workspace, of which a draft reads what
// app/draft_reach says. Keeps nothing in the workspace. Samples are drawn with
// the journal's head as seed.
Result<Replayed> replay_controls(Session& session, const ReplayControls& command);

}  // namespace cadran::app
