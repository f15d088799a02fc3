// SPDX-License-Identifier: Apache-2.0
// What a file of records is: its format, found out from its content, and how its cells are written.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "record/dialect.h"
#include "record/row_source.h"

namespace cadran::record {

struct FileForm {
    FileFormat format = FileFormat::csv;
    // How its cells are written, or where they have types, how they are given; its encoding and separator are
    // those of rejected lines where the file itself has none.
    Dialect dialect = {};
    std::string sheet = {};  // of a spreadsheet

    friend bool operator==(const FileForm&, const FileForm&) = default;
};

// A zip file is a spreadsheet, a first line that opens a brace JSON lines, anything else CSV; what is known
// prevails. Without a name the sheet is the visible one with most columns of the type, the first of equals;
// its first thousand rows tell how texts write dates and numbers. Fails as detect_dialect does, on what is no
// file of the format, and on a sheet that is not there.
Result<FileForm> detect_form(const std::filesystem::path& file, const model::RecordType& type,
                             const KnownDialect& known = {}, const std::optional<std::string>& sheet = {});

Result<std::unique_ptr<RowSource>> open_rows(const std::filesystem::path& file, const FileForm& form);

}  // namespace cadran::record
