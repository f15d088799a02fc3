// SPDX-License-Identifier: Apache-2.0
// What the indicators showed, gathered to leave the system.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/measurement.h"
#include "report/indicator_book.h"

namespace cadran::app {

struct ExportIndicators {
    std::string process = {};                     // empty: all in force
    std::optional<calendar::Period> period = {};  // with its parts; none: every period
};

// The newest measurement of each indicator and period: process by process, indicator by indicator, in order
// of period.
Result<std::vector<model::Measurement>> export_indicators(Session& session, const ExportIndicators& command);

// The same as people read it, with the indicators that nobody measured.
Result<report::IndicatorBook> book_indicators(Session& session, const ExportIndicators& command);

}  // namespace cadran::app
