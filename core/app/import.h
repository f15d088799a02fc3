// SPDX-License-Identifier: Apache-2.0
// Files of records (CSV, spreadsheets, JSON lines): taken in once, kept, their bad lines given back.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/session.h"
#include "model/import.h"

namespace cadran::record {
struct Reject;
}

namespace cadran::app {

struct ImportRecords {
    std::string type;  // record type of an accepted plugin
    std::filesystem::path file;
    // Outside the workspace; there the bad lines go, to be corrected.
    std::optional<std::filesystem::path> rejects = {};
    // What the caller knows better than the detection, remembered for the next file of the type: `separator`
    // is `semicolon`, `dates` are `french`, `file-format` is `xlsx`; `detect` forgets.
    std::vector<std::pair<std::string, std::string>> styles = {};
    // Of a spreadsheet; without it, the one with most columns of the type.
    std::optional<std::string> sheet = {};
};

// Why a line was not taken.
struct RejectedLine {
    std::int64_t line = 0;
    Message what;            // names field and value; a secret value is never shown
    std::string place = {};  // `Claims!C4` of a spreadsheet
};

// `amount: "12,x" – not an amount`
RejectedLine rejected_line(const record::Reject& reject, const Catalogue& catalogue);

struct Imported {
    model::Import import;
    std::string read_as;  // format, separator or sheet, encoding, number and date style, in words
    std::vector<RejectedLine> first_rejects;   // at most 100
    std::vector<std::string> ignored_columns;  // that are no field of the type
};

// Rejects bad lines one by one and takes the others in, all or nothing. The same file of the same type twice
// is a conflict. Nothing secret reaches the workspace but as its keyed hash. A file of CSV of a type without
// secrets is archived as it came; of any other the records are, as CSV in the form of
// record/archive_writer.h, and of the file its hash.
Result<Imported> import_records(Session& session, const ImportRecords& command);

struct RecordTypeTitle {
    std::string name;
    LocalText title;
};

// The types that accepted plugins declare today, by name; for whoever may list imports.
Result<std::vector<RecordTypeTitle>> list_record_types(Session& session);

// All imports, or those of one type, in order. A type that no accepted plugin declares is not found, unless
// there are imports of it.
Result<std::vector<model::Import>> list_imports(Session& session, const std::string& type);

}  // namespace cadran::app
