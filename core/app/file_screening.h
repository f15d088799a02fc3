// SPDX-License-Identifier: Apache-2.0
// Controls over a file of records in any form that can be imported, in as much memory as the session has.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "app/record_screening.h"

namespace cadran::app {

struct JudgedFile {
    std::int64_t accepted = 0;  // lines
    std::int64_t rejected = 0;
    std::int64_t parts = 1;  // in which they were looked at, since there was no memory for all at once
};

// Judges every record of the file, which is read in blocks; where it does not keep to the rules of CSV for
// that, as it is copied to the disk of the workspace, from where nobody else can read it.
Result<JudgedFile> judge_file(Session& session, const std::filesystem::path& file,
                              const model::RecordType& type, std::vector<PreparedControl>& controls,
                              const TakeScreened& take);

}  // namespace cadran::app
