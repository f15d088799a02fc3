// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_standing.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/measurements.h"
#include "model/figure.h"
#include "report/indicator_trend.h"

namespace cadran::cli {

namespace {

// The target that holds now, of what was never measured.
Cell awaited_target(const Output& output, const app::IndicatorStanding& standing) {
    const model::Indicator& indicator = standing.indicator;
    const model::Target& target = indicator.targets.back();
    return {model::target_text(target, indicator.direction, indicator.unit, output.catalogue(),
                               standing.currency),
            plain_text(target.value)};
}

Cell missing_cell(const Output& output, const app::IndicatorStanding& standing) {
    Json::Array periods;
    for (const calendar::Period& period : standing.missing) periods.push_back(Json(period.text()));
    const Catalogue& catalogue = output.catalogue();
    if (standing.missing.empty())
        return {catalogue.text(Message{standing.newest ? "cli.up_to_date" : "cli.not_due"}), periods};
    const std::string first = standing.missing.front().text();
    if (standing.missing.size() == 1)
        return {catalogue.text(Message{"cli.period_missing", {{"period", first}}}), periods};
    const Message missing{"cli.periods_missing",
                          {{"number", static_cast<std::int64_t>(standing.missing.size())},
                           {"first", first},
                           {"last", standing.missing.back().text()}}};
    return {catalogue.text(missing), periods};
}

// The signals that go on, in words.
Cell signal_cell(const Output& output, const app::IndicatorStanding& standing) {
    const report::Trend trend = report::trend_of(standing.indicator, standing.history);
    if (trend.values == 0) return {"–", Json::Array{}};
    std::vector<std::string> words;
    Json::Array signals;
    for (const auto& signal : report::signals_since(trend, report::last_figure(standing.history))) {
        words.push_back(
            report::signal_words(signal, standing.indicator, standing.history, output.catalogue()));
        signals.push_back(report::signal_json(signal, standing.history));
    }
    if (!trend.chart)
        words.push_back(output.catalogue().text(
            Message{"cli.too_few_for_limits", {{"count", static_cast<std::int64_t>(trend.values)}}}));
    else if (words.empty())
        words.push_back(output.catalogue().text(Message{"cli.no_signal"}));
    return {fmt::format("{}", fmt::join(words, "; ")), signals};
}

std::vector<Cell> row(const Output& output, const app::IndicatorStanding& standing) {
    const auto& newest = standing.newest;
    const Cell none{"–", {}};
    return {output.cell(standing.process),
            output.cell(standing.indicator.id),
            newest ? output.cell(newest->period.text()) : none,
            newest ? figure_cell(output, *newest, newest->value()) : none,
            newest ? target_cell(output, *newest) : awaited_target(output, standing),
            newest ? attainment_cell(output, *newest)
                   : Cell{output.catalogue().text(Message{"cli.never_measured"}), {}},
            missing_cell(output, standing),
            signal_cell(output, standing)};
}

}  // namespace

Result<int> indicator_list(Invocation& invocation) {
    const auto standings = app::list_indicators(invocation.session(), invocation.arguments().get("PROCESS"));
    if (!standings) return tl::unexpected(standings.error());
    Table table{{{"process", {"cli.process"}},
                 {"indicator", {"cli.indicator"}},
                 {"period", {"cli.period"}},
                 {"value", {"cli.value"}, true},
                 {"target", {"cli.target"}, true},
                 {"attainment", {"cli.attainment"}},
                 {"missing", {"cli.figures_missing"}},
                 {"signals", {"cli.signals"}}},
                {}};
    for (const app::IndicatorStanding& standing : *standings)
        table.rows.push_back(row(invocation.output(), standing));
    invocation.output().table(table);
    return exit_fine;
}

}  // namespace cadran::cli
