// SPDX-License-Identifier: Apache-2.0
#include "model/indicator_history.h"

#include <algorithm>
#include <map>

namespace cadran::model {

namespace {

// Takes the measurement in as the newest of its period.
void restate(PeriodFigure& figure, const Measurement& newer) {
    if (figure.measurement && !shows_the_same(*figure.measurement, newer))
        figure.replaced.push_back(std::move(*figure.measurement));
    figure.measurement = newer;
}

}  // namespace

bool shows_the_same(const Measurement& a, const Measurement& b) {
    return a.figure == b.figure && a.numerator == b.numerator && a.denominator == b.denominator;
}

std::vector<PeriodFigure> indicator_history(const Indicator& indicator,
                                            const std::vector<Measurement>& measurements,
                                            calendar::Period last, std::size_t most) {
    std::map<calendar::Period, PeriodFigure> measured;
    for (const Measurement& measurement : measurements) {
        if (measurement.indicator == indicator.id && measurement.period.kind() == indicator.frequency)
            restate(measured[measurement.period], measurement);
    }
    std::vector<PeriodFigure> history;
    for (calendar::Period period = last; history.size() < most; period = period.previous()) {
        const auto found = measured.find(period);
        history.push_back(found == measured.end() ? PeriodFigure{} : std::move(found->second));
        history.back().period = period;
        if (measured.empty() || period <= measured.begin()->first) break;
    }
    std::ranges::reverse(history);
    const auto first =
        std::ranges::find_if(history, &std::optional<Measurement>::has_value, &PeriodFigure::measurement);
    history.erase(history.begin(), first);
    return history;
}

std::optional<Measurement> figure_over(const Indicator& indicator,
                                       const std::vector<Measurement>& measurements,
                                       const calendar::Period& period) {
    const auto newest = [&](const calendar::Period& wanted) {
        const auto found = std::find_if(
            measurements.rbegin(), measurements.rend(),
            [&](const Measurement& one) { return one.indicator == indicator.id && one.period == wanted; });
        return found == measurements.rend() ? std::nullopt : std::optional(*found);
    };
    if (const auto whole = newest(period)) return whole;
    if (indicator.frequency >= period.kind()) return {};
    std::vector<Measurement> parts;
    for (const calendar::Period& part : period.divided_into(indicator.frequency)) {
        auto figure = newest(part);
        if (!figure) return {};
        parts.push_back(std::move(*figure));
    }
    return rolled_up(parts, period, indicator.target_at(period.last()));
}

calendar::Period last_period_of(const Indicator& indicator, const calendar::Period& span) {
    const auto ended = span.ended(indicator.frequency);
    return ended.empty() ? calendar::Period::containing(span.last(), indicator.frequency).previous()
                         : ended.back();
}

}  // namespace cadran::model
