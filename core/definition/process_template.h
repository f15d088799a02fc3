// SPDX-License-Identifier: Apache-2.0
// The table in which a quality manager fills the sheet of a process in, as a spreadsheet or as CSV.
#pragma once

#include <filesystem>

#include "base/catalogue.h"
#include "definition/process_fields.h"

namespace cadran::definition {

// The first sheet has a row for each field, the others a row for each thing listed, with room for more,
// drop-down lists where values are to be chosen, and comments that explain. Empty content makes an empty
// template. Headings and choices are in the catalogue's language.
void write_process_workbook(const TableContent& content, const Catalogue& catalogue,
                            const std::filesystem::path& file);

// The same as one long table of semicolons: section, row, field, value, English text, explanation.
std::string process_csv(const TableContent& content, const Catalogue& catalogue);

}  // namespace cadran::definition
