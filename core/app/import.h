// SPDX-License-Identifier: Apache-2.0
// Files of records: taken in once, kept for ever, their bad lines given back.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/session.h"
#include "model/import.h"

namespace cadran::app {

struct ImportRecords {
    std::string type;  // record type of an accepted plugin
    std::filesystem::path file;
    // Outside the workspace; there the bad lines go, to be corrected.
    std::optional<std::filesystem::path> rejects = {};
    // What the caller knows better than the detection, remembered for the next file of the type: `separator`
    // is `semicolon`, `dates` are `french`; `detect` forgets.
    std::vector<std::pair<std::string, std::string>> styles = {};
};

// Why a line was not taken.
struct RejectedLine {
    std::int64_t line = 0;
    Message what;  // names field and value; a secret value is never shown
};

struct Imported {
    model::Import import;
    std::string read_as;                       // separator, encoding, number and date style, in words
    std::vector<RejectedLine> first_rejects;   // at most 100
    std::vector<std::string> ignored_columns;  // that are no field of the type
};

// Rejects bad lines one by one and takes the others in, all or nothing. The same file of the same type twice
// is a conflict. Nothing secret reaches the workspace but as its keyed hash.
Result<Imported> import_records(Session& session, const ImportRecords& command);

}  // namespace cadran::app
