// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_chart.h"

#include "app/indicator_standing.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/edition.h"
#include "cli/measurements.h"
#include "model/figure.h"
#include "report/indicator_trend.h"

namespace cadran::cli {

namespace {

constexpr std::int64_t most_periods = 60;

Result<app::ChartIndicator> asked(const Arguments& arguments) {
    const std::string reference = arguments.get("PROCESS/INDICATOR");
    const std::size_t slash = reference.find('/');
    const auto periods = arguments.count("periods");
    if (!periods) return tl::unexpected(periods.error());
    Diagnostics faults;
    if (slash == std::string::npos)
        faults.push_back({{},
                          {"cli.no_indicator_reference", {{"name", reference}}},
                          Message{"cli.indicator_reference_form"}});
    if (*periods && (**periods < 1 || most_periods < **periods))
        faults.push_back({{}, {"cli.periods_out_of_range", {{"most", most_periods}}}, {}});
    if (!faults.empty()) return invalid(std::move(faults));
    return app::ChartIndicator{
        reference.substr(0, slash), reference.substr(slash + 1),
        static_cast<std::size_t>(periods->value_or(std::int64_t{model::usual_history}))};
}

// The figures of one indicator, a line a period.
class ChartTable {
  public:
    ChartTable(const Output& output, const app::IndicatorStanding& standing)
        : output_(output),
          standing_(standing),
          trend_(report::trend_of(standing.indicator, standing.history)) {}

    Table table() const {
        Table table{{{"period", {"cli.period"}},
                     {"value", {"cli.value"}, true},
                     {"target", {"cli.target"}, true},
                     {"attainment", {"cli.attainment"}},
                     {"low", {"cli.lower_limit"}, true},
                     {"mean", {"cli.mean"}, true},
                     {"high", {"cli.upper_limit"}, true},
                     {"before", {"cli.before_correction"}, true},
                     {"signals", {"cli.signals"}}},
                    {}};
        for (std::size_t i = 0; i < standing_.history.size(); ++i) table.rows.push_back(row(i));
        return table;
    }

    std::string limits() const {
        return report::limits_words(trend_, standing_.indicator, standing_.history, output_.catalogue());
    }

  private:
    std::vector<Cell> row(std::size_t index) const {
        const model::PeriodFigure& one = standing_.history[index];
        if (!one.measurement) return not_measured(one);
        const model::Measurement& measurement = *one.measurement;
        const auto* point =
            trend_.chart && trend_.chart->points[index] ? &*trend_.chart->points[index] : nullptr;
        const auto bound = [&](double figure) {
            return point ? figure_cell(output_, measurement, report::rounded(figure)) : Cell{};
        };
        return {output_.cell(one.period.text()),
                figure_cell(output_, measurement, measurement.value()),
                target_cell(output_, measurement),
                attainment_cell(output_, measurement),
                bound(point ? point->low : 0),
                bound(trend_.chart ? trend_.chart->centre : 0),
                bound(point ? point->high : 0),
                before_cell(one),
                signal_cell(index)};
    }

    std::vector<Cell> not_measured(const model::PeriodFigure& one) const {
        const std::string words = output_.catalogue().text(Message{"cli.not_measured"});
        return {output_.cell(one.period.text()), {"–", {}}, {"–", {}}, {words, {}}, {}, {}, {}, {}, {}};
    }

    // What stood there before it was corrected, the oldest first.
    Cell before_cell(const model::PeriodFigure& one) const {
        std::vector<std::string> words;
        Json::Array values;
        for (const model::Measurement& earlier : one.replaced) {
            const Cell cell = figure_cell(output_, earlier, earlier.value());
            words.push_back(cell.text);
            values.push_back(cell.value);
        }
        return {fmt::format("{}", fmt::join(words, ", ")), values};
    }

    // The signals that end there.
    Cell signal_cell(std::size_t index) const {
        std::vector<std::string> words;
        Json::Array signals;
        for (const auto& signal : trend_.signals) {
            if (signal.last != index) continue;
            words.push_back(
                report::signal_words(signal, standing_.indicator, standing_.history, output_.catalogue()));
            signals.push_back(report::signal_json(signal, standing_.history));
        }
        return {fmt::format("{}", fmt::join(words, "; ")), signals};
    }

    const Output& output_;
    const app::IndicatorStanding& standing_;
    report::Trend trend_;
};

}  // namespace

Result<int> indicator_chart(Invocation& invocation) {
    const auto command = asked(invocation.arguments());
    if (!command) return tl::unexpected(command.error());
    Output& output = invocation.output();
    const auto standing = app::chart_indicator(invocation.session(), *command);
    if (!standing) return tl::unexpected(standing.error());
    if (invocation.arguments().has("to")) {
        const auto place = document_path(invocation, {".svg"});
        if (!place) return tl::unexpected(place.error());
        write_durably(*place,
                      report::indicator_chart(standing->indicator, standing->history, output.catalogue()));
    }
    const ChartTable chart(output, *standing);
    output.table(chart.table());
    if (output.format() == Format::table) output.note(chart.limits() + "\n");
    if (invocation.arguments().has("to"))
        output.say(
            {"cli.exported", {{"count", std::int64_t{1}}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
