// SPDX-License-Identifier: Apache-2.0
// The worklist as a spreadsheet that people fill in, and the verdicts out of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/worklist.h"

namespace cadran::app {

// The open files, one sheet a control; returns how many. The file must not exist.
Result<std::int64_t> export_worklist(Session& session, const WorklistFilter& filter,
                                     const std::filesystem::path& file);

struct ImportedRow {
    enum class Result {
        decided,
        already_decided,  // by the actor, in just that way: the file was imported before
        conflict,         // decided or reopened since the export, or taken by somebody else
        refused,          // not this account: four eyes
    };

    Place place;
    std::string finding;
    Result result = Result::decided;
    Diagnostics why = {};  // of a conflict or a refusal
};

// Decides on every row that has a verdict, in one unit of work. Rows without one are left alone. What cannot
// be read, or is no valid decision, fails with every such cell, and then nothing is decided; rows that are in
// conflict or refused are told and leave the others as they are.
Result<std::vector<ImportedRow>> import_worklist(Session& session, const std::filesystem::path& file);

}  // namespace cadran::app
