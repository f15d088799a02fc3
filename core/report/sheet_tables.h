// SPDX-License-Identifier: Apache-2.0
// The tables of a process sheet: what is aimed at, what may go wrong, and what is done about it.
#pragma once

#include <vector>

#include "report/sheet_words.h"

namespace cadran::report {

// Objectives, indicators, risks, opportunities and the control plan, in that order.
std::vector<SheetTable> sheet_tables(const ProcessSheet& sheet, const Catalogue& catalogue);

// As the map calls it, else the id.
std::string called(const std::map<std::string, LocalText>& names, const std::string& id,
                   const Catalogue& catalogue);
std::string called(const std::map<std::string, std::string>& names, const std::string& id);

}  // namespace cadran::report
