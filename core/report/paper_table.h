// SPDX-License-Identifier: Apache-2.0
// Sets a table of a section on A4 pages.
#pragma once

#include <vector>

#include "base/json.h"
#include "report/page_setter.h"

namespace cadran::report {

struct PaperTable {
    double size = 7.2;                // of the words in its cells
    std::vector<double> shares = {};  // of the line, one a column; none: as its words need
};

// Of SectionTable, without its caption. Where the first column is narrow, its details stand below the row.
void place_table(PageSetter& setter, const Json& table, const PaperTable& look);

}  // namespace cadran::report
