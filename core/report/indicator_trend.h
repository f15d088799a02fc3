// SPDX-License-Identifier: Apache-2.0
// What the course of an indicator says beyond its last figure: its limits, its signals, in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "model/indicator_history.h"
#include "statistics/control_chart.h"

namespace cadran::report {

struct Trend {
    statistics::ChartKind kind = statistics::ChartKind::individuals;
    std::size_t values = 0;                         // periods with a figure
    std::optional<statistics::ControlChart> chart;  // in the indicator's unit, a point a period; none of
                                                    // fewer than statistics::least_values figures
    std::vector<statistics::Signal> signals;        // by the numbers of their periods
};

// Shares of known counts are charted as shares. Numbers of events that should be few, such as complaints, are
// charted as counts. Whatever else there is, volumes among it, varies by more than chance alone and is
// charted as individual figures.
Trend trend_of(const model::Indicator& indicator, const std::vector<model::PeriodFigure>& history);

// As exact as a chart shows it: a share in per cent, not rounded. None where nothing was measured.
std::optional<double> exact_value(const model::Measurement& measurement);
// Of a centre or limit, with the digits that it deserves.
Decimal rounded(double figure);

// `huit mois du même côté depuis mai 2026 : au-dessus de la moyenne (bon signe)`. A signal that reaches the
// last figure goes on; of an earlier one both ends are named. Good or bad by the indicator's direction.
std::string signal_words(const statistics::Signal& signal, const model::Indicator& indicator,
                         const std::vector<model::PeriodFigure>& history, const Catalogue& catalogue);

// Number of the last period with a figure; 0 where none has.
std::size_t last_figure(const std::vector<model::PeriodFigure>& history);

// Those that reach the period with that number or a later one.
std::vector<statistics::Signal> signals_since(const Trend& trend, std::size_t period);

// `limites de contrôle sur 18 mois : de 88,9 % à 99,4 %, moyenne 94,2 %`, or how many figures are missing to
// draw them.
std::string limits_words(const Trend& trend, const model::Indicator& indicator,
                         const std::vector<model::PeriodFigure>& history, const Catalogue& catalogue);

// `{"first": "2026-05", "last": "2026-12", "rule": "one-side", "side": "above"}`.
Json signal_json(const statistics::Signal& signal, const std::vector<model::PeriodFigure>& history);

// The periods with their figures, limits and signals; numbers as texts.
Json trend_json(const model::Indicator& indicator, const std::vector<model::PeriodFigure>& history);

}  // namespace cadran::report
