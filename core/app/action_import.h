// SPDX-License-Identifier: Apache-2.0
// The organisation's own action plan, brought in as it stands.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/session.h"
#include "definition/register_table.h"

namespace cadran::app {

struct ImportActions {
    std::filesystem::path file;
    // The heading of each field that neither its name nor an earlier import tells; remembered.
    definition::RegisterColumns columns = {};
};

struct ImportedActions {
    definition::RegisterColumns columns;  // as they were read
    std::vector<std::string> ignored;     // headings of which nothing was read
    std::vector<std::int64_t> added;      // numbers
    std::int64_t known = 0;               // rows of actions that are here already and say the same
    Diagnostics differing;                // rows of actions that are here already and say something else
    std::int64_t without_level = 0;
    std::int64_t without_kind = 0;
    std::int64_t without_state = 0;
};

// Adds every action of the plan that is not here yet, or none where a row is faulty. An action is known again
// by its process and reference, else by its process and words; what is here is never changed. Steps that were
// taken before are not signed by whoever imports.
Result<ImportedActions> import_actions(Session& session, const ImportActions& command);

}  // namespace cadran::app
