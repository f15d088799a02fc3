// SPDX-License-Identifier: Apache-2.0
// Indicators as a sheet of a workbook: a line a figure, judged in words and colour, and below them a chart an
// indicator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "calendar/zone.h"
#include "format/xlsx_writer.h"
#include "model/indicator_history.h"

namespace cadran::report {

struct BookedIndicator {
    model::Indicator indicator;
    std::optional<model::Measurement> newest;  // of the latest period
    std::vector<model::PeriodFigure> history;  // by the indicator's frequency, in order
    std::vector<model::Measurement> wholes;    // of longer periods, in order
    std::size_t missing = 0;                   // periods that are over and were not measured
};

// The first rows of a sheet, frozen: title, explanation, headings.
inline constexpr std::size_t rows_of_head = 3;
void write_head(format::XlsxWriter& writer, const std::string& title, const std::string& explanation,
                const std::vector<std::string>& headings);

// What a sheet is called, and what its head says.
struct SheetHead {
    std::string name;
    std::string title;
    std::string explanation;
};

// The zone is that of the days on which figures were measured.
void write_indicator_sheet(format::XlsxWriter& writer, const SheetHead& head,
                           const std::vector<BookedIndicator>& indicators, const calendar::Zone& zone,
                           const Catalogue& catalogue);

// The signals up to the last figure in words, one a line.
std::string signal_lines(const BookedIndicator& one, const Catalogue& catalogue);

}  // namespace cadran::report
