// SPDX-License-Identifier: Apache-2.0
// The rows of a file of records, whatever its format: the titles first, then a row for each record.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "format/csv_reader.h"
#include "record/dialect.h"

namespace cadran::record {

// A cell that holds no value, whatever its field.
struct CellFault {
    std::size_t column = 0;
    Message what;
};

// As CSV has it; of other formats, `line` is the row of the sheet or the line of JSON, 0 for titles that no
// line holds, and `raw` the record as a line of CSV that can be corrected and read again.
struct Row : format::CsvRecord {
    std::vector<CellFault> cell_faults = {};
};

class RowSource {
  public:
    using Take = std::function<bool(const Row&)>;

    virtual ~RowSource() = default;

    // Calls for each row, from the first one, until the call returns false; again at every call.
    virtual Done read(const Take& take) = 0;
    // How far the reading is, and the whole of it, for progress: in bytes or what comes near them.
    virtual std::int64_t position() const = 0;
    virtual std::int64_t size() const = 0;
    // `Claims!C4`; empty where lines are all there is to say.
    virtual std::string cell_place(std::size_t, std::int64_t) const { return {}; }
};

// Each fails where the file cannot be opened, or is no file of that format.
Result<std::unique_ptr<RowSource>> open_csv(const std::filesystem::path& file, const Dialect& dialect);
// Dates and numbers of the cells are written as the dialect has them.
Result<std::unique_ptr<RowSource>> open_sheet(const std::filesystem::path& file, const std::string& sheet,
                                              const Dialect& dialect);
// One JSON object a line (https://jsonlines.org), numbers digit by digit; the titles are the names of all
// members that any line has, in order of appearance, at most 1,000.
Result<std::unique_ptr<RowSource>> open_json_lines(const std::filesystem::path& file);

}  // namespace cadran::record
