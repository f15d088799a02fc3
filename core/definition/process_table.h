// SPDX-License-Identifier: Apache-2.0
// The sheet of a process out of the table that a quality manager filled in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "definition/process_fields.h"
#include "model/process.h"

namespace cadran::definition {

struct ReadTable {
    std::string id = {};        // in place of the one in the table
    bool untranslated = false;  // a text that stands in one language counts for both
};

struct ProcessTable {
    model::Process process;
    std::vector<std::string> ignored;  // sheets, columns and fields that are no part of the layout
    int untranslated = 0;              // texts that stand in one language
};

// Fails with all that is wrong with the table, and all that read_process would say of the sheet, by cell.
// Ids that are left empty are made out of titles; objectives and controls may name indicators and risks by
// title.
Result<ProcessTable> read_process_table(const std::filesystem::path& file, const ReadTable& wishes);

// `late-answer` of `Late answer!`; at most 64 characters, `x` where nothing is left.
std::string id_of(std::string_view title);

}  // namespace cadran::definition
