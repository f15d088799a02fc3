// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_heat.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/rights.h"
#include "store/definition_repository.h"
#include "store/measurement_repository.h"

namespace cadran::app {

namespace {

std::vector<calendar::Period> periods_before(Date today, const MapHeat& command) {
    std::vector<calendar::Period> periods;
    calendar::Period period = calendar::Period::containing(today, command.kind);
    while (periods.size() < command.most) periods.push_back(period = period.previous());
    std::ranges::reverse(periods);
    return periods;
}

// Periods at the start of which no row knows anything, as far as there are more than the least.
void leave_out_the_unknown(HeatMap& map, std::size_t least) {
    std::size_t unknown = 0;
    const auto is_unknown = [&](const HeatRow& row) { return !row.figures[unknown]; };
    while (unknown + least < map.periods.size() && std::ranges::all_of(map.rows, is_unknown)) ++unknown;
    map.periods.erase(map.periods.begin(), map.periods.begin() + static_cast<std::ptrdiff_t>(unknown));
    for (HeatRow& row : map.rows)
        row.figures.erase(row.figures.begin(), row.figures.begin() + static_cast<std::ptrdiff_t>(unknown));
}

}  // namespace

Result<HeatMap> map_heat(Session& session, const MapHeat& command) {
    if (const Done may = authorise(session, UseCase::show_indicators); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    HeatMap map{periods_before(*now, command), {}};
    const auto sheets = processes_in_force(session.workspace, *now);
    if (!sheets) return tl::unexpected(sheets.error());
    for (const InForce<model::Process>& sheet : *sheets) {
        const model::Process& process = sheet.value;
        const auto measurements = store::MeasurementRepository(session.workspace.database()).list(process.id);
        for (const model::Indicator& indicator : process.indicators) {
            HeatRow& row = map.rows.emplace_back(HeatRow{process.id, indicator});
            for (const calendar::Period& period : map.periods)
                row.figures.push_back(model::figure_over(indicator, measurements, period));
        }
    }
    leave_out_the_unknown(map, command.least);
    return map;
}

}  // namespace cadran::app
