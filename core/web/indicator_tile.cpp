// SPDX-License-Identifier: Apache-2.0
#include "web/indicator_tile.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/sparkline.h"
#include "report/verdict.h"
#include "report/words.h"

namespace cadran::web {

std::string indicator_place(std::string_view process, std::string_view indicator) {
    return fmt::format("/indicators/{}/{}", percent_encoded(process), percent_encoded(indicator));
}

std::string indicator_place(const app::IndicatorStanding& standing) {
    return indicator_place(standing.process, standing.indicator.id);
}

Json indicator_tile(const app::IndicatorStanding& standing, const Catalogue& catalogue) {
    const auto& newest = standing.newest;
    const report::Verdict verdict = newest ? report::verdict_of(*newest) : report::Verdict{"none", ""};
    const std::string words = newest
                                  ? fmt::format("{} · {}", report::period_words(newest->period, catalogue),
                                                newest->target ? report::target_words(*newest, catalogue)
                                                               : report::attainment_words(*newest, catalogue))
                                  : catalogue.text(Message{"web.not_measured"});
    return Json::Object{
        {"figure", newest ? report::figure_words(*newest, catalogue) : std::string(report::no_value)},
        {"name", catalogue.text(standing.indicator.title)},
        {"picture", report::sparkline(standing.indicator, standing.history, catalogue)},
        {"place", indicator_place(standing)},
        {"sign", verdict.sign},
        {"verdict", verdict.name},
        {"words", words},
    };
}

Json::Array indicator_tiles(const std::vector<app::IndicatorStanding>& standings, std::string_view process,
                            const Catalogue& catalogue) {
    Json::Array tiles;
    for (const app::IndicatorStanding& standing : standings) {
        if (standing.process == process) tiles.push_back(indicator_tile(standing, catalogue));
    }
    return tiles;
}

}  // namespace cadran::web
