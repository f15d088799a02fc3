// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "app/indicator_heat.h"
#include "app/sheet.h"
#include "base/text.h"
#include "report/verdict.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"
#include "web/indicator_pages.h"
#include "web/indicator_tile.h"

namespace cadran::web {

namespace {

using calendar::Period;

constexpr std::array heat_labels{"web.indicators", "web.process",      "web.indicator",
                                 "web.filter",     "web.period_kind",  "web.heat_words",
                                 "web.by_process", "web.by_indicator", "web.no_indicator"};

// How many columns fit beside the names.
std::size_t most_periods(Period::Kind kind) {
    return kind == Period::Kind::month ? 12 : kind == Period::Kind::quarter ? 8 : 5;
}

// Of the figures of a process in one period that have a target: how many meet it.
struct Heat {
    std::int64_t judged = 0;
    std::int64_t met = 0;

    // `none`, `all`, `most`, `some`, `no`: told by the sign and the figures, too.
    const char* name() const {
        if (judged == 0) return "none";
        if (met == judged) return "all";
        if (met == 0) return "no";
        return 2 * met >= judged ? "most" : "some";
    }
    const char* sign() const {
        if (judged == 0) return "";
        return met == judged ? "✓" : met == 0 ? "✗" : "◐";
    }
};

void count_figure(Heat& heat, const std::optional<model::Measurement>& figure) {
    if (!figure || !figure->target) return;
    const model::Attainment attainment = figure->attainment();
    if (attainment == model::Attainment::nothing_to_measure) return;
    ++heat.judged;
    heat.met += attainment == model::Attainment::met;
}

Json heat_cell(const Heat& heat, const Catalogue& catalogue) {
    const std::string words =
        heat.judged == 0
            ? std::string(report::no_value)
            : catalogue.text(Message{"web.so_many_of", {{"all", heat.judged}, {"some", heat.met}}});
    return Json::Object{{"heat", heat.name()}, {"sign", heat.sign()}, {"words", words}};
}

Json figure_cell_of(const std::optional<model::Measurement>& figure, const Catalogue& catalogue) {
    const report::Verdict verdict = figure ? report::verdict_of(*figure) : report::Verdict{"none", ""};
    return Json::Object{
        {"heat",
         figure && figure->target ? (std::string_view(verdict.name) == "met" ? "all" : "no") : "none"},
        {"sign", verdict.sign},
        {"words", figure ? report::figure_words(*figure, catalogue) : std::string(report::no_value)}};
}

// The processes of the map in its order, each with the cells of its own and of its indicators.
class HeatTables {
  public:
    HeatTables(const app::HeatMap& map, const report::ProcessMap& processes, const Catalogue& catalogue)
        : map_(map), catalogue_(catalogue) {
        for (const model::Process& process : processes.processes)
            titles_[process.id] = catalogue.text(process.title);
    }

    Json::Array processes() const {
        Json::Array rows;
        for_each_process([&](const std::string& process, std::span<const app::HeatRow> indicators) {
            Json::Array cells;
            for (std::size_t i = 0; i < map_.periods.size(); ++i) {
                Heat heat;
                for (const app::HeatRow& row : indicators) count_figure(heat, row.figures[i]);
                cells.push_back(heat_cell(heat, catalogue_));
            }
            rows.push_back(row_of(title_of(process), "#heat-" + process, std::move(cells)));
        });
        return rows;
    }

    Json::Array indicators() const {
        Json::Array groups;
        for_each_process([&](const std::string& process, std::span<const app::HeatRow> indicators) {
            Json::Array rows;
            for (const app::HeatRow& row : indicators) {
                Json::Array cells;
                for (const auto& figure : row.figures) cells.push_back(figure_cell_of(figure, catalogue_));
                rows.push_back(row_of(catalogue_.text(row.indicator.title),
                                      indicator_place(process, row.indicator.id), std::move(cells)));
            }
            groups.push_back(Json::Object{{"id", "heat-" + process},
                                          {"rows", rows},
                                          {"span", fmt::format("{}", map_.periods.size() + 1)},
                                          {"title", title_of(process)}});
        });
        return groups;
    }

  private:
    template <typename Take>
    void for_each_process(Take take) const {
        for (auto first = map_.rows.begin(); first != map_.rows.end();) {
            const auto last = std::find_if(first, map_.rows.end(), [&](const app::HeatRow& one) {
                return one.process != first->process;
            });
            take(first->process, std::span(first, last));
            first = last;
        }
    }

    std::string title_of(const std::string& process) const {
        const auto found = titles_.find(process);
        return found == titles_.end() ? process : found->second;
    }

    static Json row_of(std::string title, std::string place, Json::Array cells) {
        return Json::Object{
            {"cells", std::move(cells)}, {"place", std::move(place)}, {"title", std::move(title)}};
    }

    const app::HeatMap& map_;
    const Catalogue& catalogue_;
    std::map<std::string, std::string> titles_;
};

Json::Array kinds_to_choose(Period::Kind chosen, const Catalogue& catalogue) {
    Json::Array kinds;
    for (const Period::Kind kind : {Period::Kind::month, Period::Kind::quarter, Period::Kind::year})
        kinds.push_back(option(model::frequency_name(kind), catalogue.text(model::frequency_title(kind)),
                               model::frequency_name(chosen)));
    return kinds;
}

}  // namespace

Result<Response> heat_map_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const Period::Kind kind = model::parse_frequency(request.query.get("by")).value_or(Period::Kind::quarter);
    const auto map = app::map_heat(session, {.kind = kind, .most = most_periods(kind)});
    if (!map) return tl::unexpected(map.error());
    report::ProcessMap processes;
    if (auto shown = app::show_map(session, {})) processes = std::move(*shown);  // none in force yet
    const HeatTables tables(*map, processes, catalogue);
    Json::Array periods;
    for (const Period& period : map->periods) periods.push_back(report::period_words(period, catalogue));
    const std::string title = catalogue.text(Message{"web.heat_map"});
    const std::string body =
        filled_template("heat_map", Json::Object{{"empty", map->rows.empty()},
                                                 {"groups", tables.indicators()},
                                                 {"kinds", kinds_to_choose(kind, catalogue)},
                                                 {"label", report::labels(heat_labels, catalogue)},
                                                 {"periods", periods},
                                                 {"processes", tables.processes()},
                                                 {"title", title}});
    return framed({.title = title, .place = "/indicators", .body = body}, request, session);
}

}  // namespace cadran::web
