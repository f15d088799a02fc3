// SPDX-License-Identifier: Apache-2.0
// The indicators of processes as a workbook that a manager reads, filters, charts and prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "calendar/zone.h"
#include "model/appearance.h"
#include "model/indicator_history.h"
#include "model/process.h"
#include "report/indicator_sheet.h"

namespace cadran::report {

struct BookedProcess {
    LocalText title;
    std::string pilot;
    std::vector<BookedIndicator> indicators;
};

struct IndicatorBook {
    std::string organisation;
    model::Appearance appearance = {};
    bool simulated = false;
    Date on{};            // the day on which it was drawn up
    calendar::Zone zone;  // of the days on which figures were measured
    Currency currency = {};
    std::optional<calendar::Period> period = {};  // none: up to that day
    std::vector<BookedProcess> processes;
};

// A sheet that sums up, and one a process: a line a figure, judged in words and colour, and below them a
// chart an indicator: the bytes of an XLSX file.
std::string indicator_book(const IndicatorBook& book, const Catalogue& catalogue);

}  // namespace cadran::report
