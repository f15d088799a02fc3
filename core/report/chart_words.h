// SPDX-License-Identifier: Apache-2.0
// What the picture of an indicator says in words: its signals below it, all of it to those who do not see it.
#pragma once

#include <string>
#include <vector>

#include "report/indicator_trend.h"

namespace cadran::report {

// A signal with the letter by which the chart points to it.
struct NamedSignal {
    statistics::Signal signal;
    std::string letter;
    std::size_t row = 0;             // of the bars above the plot
    std::vector<std::string> lines;  // its words
};

// The six newest, in order of time, each in the first row in which there is room for it, their words broken
// to that width.
std::vector<NamedSignal> named_signals(const Trend& trend, const model::Indicator& indicator,
                                       const std::vector<model::PeriodFigure>& history,
                                       const Catalogue& catalogue, double width);

// Period by period, then the signals.
std::string chart_description(const model::Indicator& indicator,
                              const std::vector<model::PeriodFigure>& history, const Trend& trend,
                              const Catalogue& catalogue);

}  // namespace cadran::report
