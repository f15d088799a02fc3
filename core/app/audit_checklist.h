// SPDX-License-Identifier: Apache-2.0
// The checklist of an audit, taken where there is no network, and what comes back.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/pack.h"
#include "app/session.h"
#include "model/audit.h"

namespace cadran::app {

// A workbook or one page, as the extension of the new file says: `.xlsx` or `.html`. By the team.
Done export_checklist(Session& session, std::int64_t audit, const std::filesystem::path& file);

// An item that was assessed in the file and in the system since the file was made, each otherwise.
struct ChecklistConflict {
    std::string item;
    model::Assessment started_from;
    model::Assessment in_file;
    model::Assessment in_system;
};

// The page, to be kept as a file.
Result<PackContent> checklist_to_take(Session& session, std::int64_t audit);

struct ImportChecklist {
    std::filesystem::path file;  // the workbook, or the answers that the page saved, `.json`
    bool file_wins = false;      // of what is in conflict
    std::int64_t expected = 0;   // the audit that it must be of; 0: whichever it names
};
struct ImportedChecklist {
    model::Audit audit;
    std::vector<std::string> assessed;  // items
    std::vector<ChecklistConflict> conflicts;
};
// All that was changed in the file, but for what is in conflict unless the file wins; that is told and
// nothing of it is lost: the file stays in the archive. A file that was imported before changes no answer.
Result<ImportedChecklist> import_checklist(Session& session, const ImportChecklist& command);

}  // namespace cadran::app
