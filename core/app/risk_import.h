// SPDX-License-Identifier: Apache-2.0
// The organisation's own register of risks, brought into the drafts of its processes.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/session.h"

namespace cadran::app {

struct ImportRisks {
    std::filesystem::path file;
    // The heading of each field that neither its name nor an earlier import tells; remembered.
    std::map<std::string, std::string, std::less<>> columns = {};
    bool untranslated = false;  // a text that stands in one language counts for both
};

struct ImportedRisks {
    struct Draft {
        std::string process;
        int added = 0;
        int updated = 0;
        int unchanged = 0;
        int lost_comments = 0;  // that stood inside risks that were updated
    };

    std::map<std::string, std::string, std::less<>> columns;  // as they were read
    std::vector<Draft> drafts;
    int same_residual = 0;  // risks of which the register does not say what remains
    int untranslated = 0;
    Diagnostics to_mend;  // what is wrong with the drafts now, such as risks without a control
};

// Adds and updates risks and opportunities in `processes/*.xml`: all of them or none. Each is known again by
// its id, else by its title. Everything else in the files stays byte for byte.
Result<ImportedRisks> import_risks(Session& session, const ImportRisks& command);

}  // namespace cadran::app
