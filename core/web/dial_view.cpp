// SPDX-License-Identifier: Apache-2.0
#include "web/dial_view.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "report/objective_dial.h"
#include "report/words.h"
#include "web/frame.h"
#include "web/indicator_tile.h"

namespace cadran::web {

namespace {

using report::ObjectiveStanding;

constexpr std::array dial_labels{
    "web.dial_of_objectives", "web.dial_legend", "web.number", "web.process", "web.met", "web.missed",
    "web.without_figure",     "web.heat_map"};

using Standings = std::vector<app::IndicatorStanding>;

const app::IndicatorStanding* standing_of(const Standings& standings, const model::Process& process,
                                          const model::Objective& objective) {
    const auto found = std::ranges::find_if(standings, [&](const app::IndicatorStanding& one) {
        return one.process == process.id && one.indicator.id == objective.indicator;
    });
    return found == standings.end() ? nullptr : &*found;
}

// A process with the standing of each of its objectives, and the words of those that were missed.
struct Sector {
    report::DialSector drawn;
    Json::Array missed;
};

Sector sector_of(const Standings& standings, const model::Process& process, const Catalogue& catalogue) {
    Sector sector{{catalogue.text(process.title), {}}, {}};
    for (const model::Objective& objective : process.objectives) {
        const app::IndicatorStanding* judged = standing_of(standings, process, objective);
        const ObjectiveStanding standing =
            judged == nullptr ? ObjectiveStanding::unknown : report::objective_standing(judged->newest);
        sector.drawn.objectives.push_back(standing);
        if (standing != ObjectiveStanding::missed) continue;
        sector.missed.push_back(
            Json::Object{{"figure", report::figure_words(*judged->newest, catalogue)},
                         {"period", report::period_words(judged->newest->period, catalogue)},
                         {"place", indicator_place(*judged)},
                         {"target", report::target_words(*judged->newest, catalogue)},
                         {"text", catalogue.text(objective.text)}});
    }
    return sector;
}

Json dial_row(const Sector& sector, const model::Process& process, std::size_t number,
              const Catalogue& catalogue) {
    const auto count = [&](ObjectiveStanding standing) {
        return catalogue.number(std::int64_t{std::ranges::count(sector.drawn.objectives, standing)});
    };
    return Json::Object{{"met", count(ObjectiveStanding::met)},
                        {"misses", sector.missed},
                        {"missed", count(ObjectiveStanding::missed)},
                        {"number", fmt::format("{}", number)},
                        {"place", "/processes/" + percent_encoded(process.id)},
                        {"title", sector.drawn.title},
                        {"unknown", count(ObjectiveStanding::unknown)}};
}

}  // namespace

std::string dial_view(const Standings& standings, const report::ProcessMap& map, const Catalogue& catalogue) {
    std::vector<report::DialSector> drawn;
    Json::Array rows;
    for (const model::Process& process : map.processes) {
        if (process.objectives.empty()) continue;
        const Sector sector = sector_of(standings, process, catalogue);
        drawn.push_back(sector.drawn);
        rows.push_back(dial_row(sector, process, drawn.size(), catalogue));
    }
    if (rows.empty()) return {};
    return filled_template("dial", Json::Object{{"label", report::labels(dial_labels, catalogue)},
                                                {"picture", report::objective_dial(drawn, catalogue)},
                                                {"rows", rows}});
}

}  // namespace cadran::web
