// SPDX-License-Identifier: Apache-2.0
// Process sheets as tables: templates to fill in, and drafts made out of them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/session.h"

namespace cadran::app {

struct WriteTemplate {
    std::filesystem::path file;  // .xlsx or .csv; must not exist
    std::string process = {};    // whose draft fills it; empty: an empty one
};

Done write_template(Session& session, const WriteTemplate& command);

struct ImportProcess {
    std::filesystem::path file;
    std::string id = {};        // in place of the one in the file
    bool replace = false;       // the draft that there is
    bool untranslated = false;  // a text that stands in one language counts for both
};

struct ImportedProcess {
    std::string id;
    std::string draft;                 // its path in the workspace
    std::vector<std::string> ignored;  // of the file: sheets, columns, fields
    int untranslated = 0;
};

// Makes the draft of a process out of a table that was filled in; all faults at once, by cell. Nothing is
// handed in.
Result<ImportedProcess> import_process(Session& session, const ImportProcess& command);

}  // namespace cadran::app
