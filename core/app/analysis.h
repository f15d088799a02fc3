// SPDX-License-Identifier: Apache-2.0
// What an analysis of records comes to: a table of figures, and what has to be said beside it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/chosen_records.h"
#include "base/message.h"

namespace cadran::app {

struct AnalysisCell {
    enum class Form { plain, percent, bar };  // a share: `12.5` of 100, for the eyes

    // A message is a word of this program; none is an empty cell.
    std::variant<std::monostate, Argument, Message> value = {};
    Form form = Form::plain;
};

struct AnalysisColumn {
    std::string name;  // as files call it: `count`, or a field
    Message title;
    bool right = false;
    bool drawn = false;  // for the eyes: no file has it
};

struct Analysis {
    std::vector<AnalysisColumn> columns;
    std::vector<std::vector<AnalysisCell>> rows;
    std::vector<Message> remarks;
    bool found = false;  // what somebody has to look at
};

AnalysisCell cell_of(std::int64_t number);
AnalysisCell cell_of(std::string text);
// A value of a field as people read it: codes by their titles, secrets as `(secret)`.
AnalysisCell cell_of(const column::Field& field, const column::Scalar& value);
// A number in the units of the field's column, rounded to them.
AnalysisCell units_cell(const column::Field& field, double units);
AnalysisCell units_cell(const column::Field& field, std::int64_t units);
// The share of a whole, 0 of nothing.
AnalysisCell share_cell(double part, double whole, AnalysisCell::Form form);

AnalysisColumn column_of(const column::Field& field);

// How many records the analysis is about, and which could not be.
void remark_on(const ChosenRecords& records, Analysis& analysis);
void remark_on_missing(std::int64_t missing, const column::Field& field, Analysis& analysis);

// A number as people type it, in units of the field: `1000`, `12.50`, `12,50`. The fault names the option.
Result<std::int64_t> units_of(const std::string& text, const column::Field& field, const char* option);
// Likewise several, parted by commas, rising.
Result<std::vector<std::int64_t>> bounds_of(const std::string& text, const column::Field& field);

// A line of CSV for each row, its titles as files call them, for the spreadsheets of the session's language:
// readable by its owner alone, outside the workspace, and never over the file that is analysed.
Done write_analysis(const Session& session, const Analysis& analysis, const std::filesystem::path& to,
                    const RecordChoice& choice);

}  // namespace cadran::app
