// SPDX-License-Identifier: Apache-2.0
// Where the indicators of the processes in force stand, and how they came there.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "model/indicator_history.h"

namespace cadran::app {

struct IndicatorStanding {
    std::string process;
    Currency currency;                         // of amounts
    model::Indicator indicator;                // as the sheet in force has it
    std::optional<model::Measurement> newest;  // of the latest period; judged by the target valid then
    // Over and unmeasured since there are a target and a sheet in force, as far back as a history goes; in
    // order.
    std::vector<calendar::Period> missing;
    std::vector<model::PeriodFigure> history;  // up to the last period that is over
    bool may_record = false;                   // by hand, by the actor
};

// Of one process or, without a name, of all that are in force, in the order of their sheets. Only what was
// measured of that period and its parts, where one is named.
Result<std::vector<IndicatorStanding>> list_indicators(Session& session, const std::string& process,
                                                       const std::optional<calendar::Period>& within = {});

struct ChartIndicator {
    std::string process;
    std::string indicator;
    std::size_t periods = model::usual_history;  // at most so many
};
Result<IndicatorStanding> chart_indicator(Session& session, const ChartIndicator& command);

}  // namespace cadran::app
