// SPDX-License-Identifier: Apache-2.0
// Finds the fields of a process sheet in the cells of tables that people filled in.
#pragma once

#include "definition/process_fields.h"
#include "definition/table_file.h"

namespace cadran::definition {

struct ProcessCells {
    TableContent content;  // every field that has a column or row, with its place, empty ones too
    std::map<std::string, Place> sections;  // where each section stands; the file where it is missing
    Diagnostics faults;                     // headings and values that mean nothing
    std::vector<std::string> ignored;       // sheets, columns and rows that are no part of the layout
};

// Names of sheets, headings and choices count in both languages, whatever the case and accents.
ProcessCells process_cells(const std::vector<Table>& tables, const std::string& file_name);

// A value of that form as definition files write it; none where it is not one.
std::optional<std::string> file_value(const TableField& field, const std::string& text);

// `Mot` or `mot` of either language's text for that message.
bool is_called(const Message& message, std::string_view text);
// The text of a message in both languages.
LocalText both_texts(const Message& message);

}  // namespace cadran::definition
