// SPDX-License-Identifier: Apache-2.0
// Tables that people have, out of spreadsheets and CSV files, with the place of every cell.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cadran::definition {

// The most rows of a file, and columns of a row, that are read.
inline constexpr std::size_t greatest_table_rows = 20'000;
inline constexpr std::size_t greatest_table_columns = 200;

struct TableCell {
    std::string text;  // runs of white space count as one space, none at the ends; numbers with a point
    Place place;       // its name stands in the name of the file: `risques.xlsx, Risques!C4`
};

struct TableRow {
    std::vector<TableCell> cells;  // from the first column on, empty ones too

    // An empty cell where the row is shorter.
    TableCell at(std::size_t column) const;
    bool is_blank() const;

    std::string sheet;  // as the place names it; empty in a CSV file
    Place place;        // of the row: its first cell
    int number = 0;     // from 1
};

struct Table {
    std::string name;  // of the sheet; empty in a CSV file
    std::vector<TableRow> rows;
    Place place;  // of the sheet
};

// Orders faults by sheet, row and column, as people go through the file.
void sort_by_cell(Diagnostics& faults, const std::vector<Table>& tables);

// The visible sheets of a spreadsheet, or the one table of a file called .csv or .txt, whose separator and
// encoding are found out. Fails where it cannot be read, is too large, or a CSV line cannot be taken apart.
Result<std::vector<Table>> read_tables(const std::filesystem::path& file);

// `2026-12-31`, with or without a time behind it, or `31/12/2026`.
std::optional<Date> date_in_cell(std::string_view text);

}  // namespace cadran::definition
