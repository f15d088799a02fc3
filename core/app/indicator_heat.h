// SPDX-License-Identifier: Apache-2.0
// Every indicator over the last periods of one kind, so that processes are seen side by side.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "model/indicator_history.h"

namespace cadran::app {

struct HeatRow {
    std::string process;
    model::Indicator indicator;                                   // as the sheet in force has it
    std::vector<std::optional<model::Measurement>> figures = {};  // one a period of the map
};

struct HeatMap {
    std::vector<calendar::Period> periods;  // in order; the last one is over
    std::vector<HeatRow> rows;              // process by process, in the order of their sheets
};

// Up to the last period that is over, at most so many; leading ones of which nothing is known are left out,
// but for `least` of them. A period that was not measured as such is rolled up of its parts.
struct MapHeat {
    calendar::Period::Kind kind = calendar::Period::Kind::quarter;
    std::size_t most = 8;
    std::size_t least = 4;
};
Result<HeatMap> map_heat(Session& session, const MapHeat& command);

}  // namespace cadran::app
