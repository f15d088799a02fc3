// SPDX-License-Identifier: Apache-2.0
// Sheets of processes and the map of how they act on each other, as people read them.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/session.h"
#include "report/process_map.h"
#include "report/process_sheet.h"

namespace cadran::app {

// Which definitions are shown: those in force, or the drafts on disk.
struct Edition {
    std::optional<Date> on = {};  // none: today
    bool draft = false;           // with no date
};

// With the names of all that the sheet refers to. Of a draft, everything is read from the drafts, as far as
// it can be read; only the sheet itself must be right.
Result<report::ProcessSheet> show_sheet(Session& session, const std::string& process, const Edition& edition);

// All processes. Of drafts, those that can be read; fails as invalid where none can.
Result<report::ProcessMap> show_map(Session& session, const Edition& edition);

// How the processes in force today are called, by id.
Result<std::map<std::string, LocalText>> sheet_titles(Session& session);

}  // namespace cadran::app
