// SPDX-License-Identifier: Apache-2.0
// What retention says of the imports today: which are due to be purged, and what still needs them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/period.h"
#include "model/import.h"

namespace cadran::app {

// Empty members let everything pass.
struct DueFilter {
    std::optional<calendar::Period> period = {};  // in which the last event of the file lies
    std::string type = {};
};

struct DueImport {
    model::Import import;
    model::Retention retention;
    int plugin_version = 0;  // of the plugin in force today, which says so
    Date since{};            // the first day on which it was due
    // What still needs its records; with anything here it is not purged.
    std::vector<Message> held_by = {};
    // Whose evidence goes with its records, as no other import has these; sorted, of all purgeable ones.
    std::vector<std::string> findings = {};
    // Likewise, of those that are kept for confidants: for the purge alone, and never shown or counted. They
    // hold nothing.
    std::vector<std::string> confided = {};
};

struct Due {
    std::vector<DueImport> imports;          // by type, then in order
    std::vector<std::string> without_limit;  // types of which there are imports and no retention
};

// As the plugins in force today declare it, in the organisation's civil time. A type that neither a plugin
// declares nor an import has is not found.
Result<Due> find_due(Session& session, const DueFilter& filter);

}  // namespace cadran::app
