// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_standing.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/indicator.h"
#include "app/rights.h"
#include "store/definition_repository.h"
#include "store/measurement_repository.h"

namespace cadran::app {

namespace {

using calendar::Period;
using Measurements = std::vector<model::Measurement>;

Period last_over(Date today, Period::Kind frequency) {
    return Period::containing(today, frequency).previous();
}

// Of the latest period; of those that end on one day, of the shortest, and of the newest of it.
std::optional<model::Measurement> newest_of(const model::Indicator& indicator,
                                            const Measurements& measurements) {
    const model::Measurement* newest = nullptr;
    for (const model::Measurement& one : measurements) {
        if (one.indicator != indicator.id) continue;
        const bool older =
            newest != nullptr &&
            (one.period.last() < newest->period.last() ||
             (one.period.last() == newest->period.last() && newest->period.kind() < one.period.kind()));
        if (!older) newest = &one;
    }
    if (newest == nullptr) return {};
    return *newest;
}

// A figure of a longer period stands for its parts.
std::vector<Period> missing_periods(const model::Indicator& indicator, const Measurements& measurements,
                                    const Period& last) {
    const auto is_measured = [&](const Period& period) {
        return std::ranges::any_of(measurements, [&](const model::Measurement& one) {
            return one.indicator == indicator.id && one.period.contains(period.first()) &&
                   one.period.contains(period.last());
        });
    };
    std::vector<Period> missing;
    Period period = last;
    for (std::size_t i = 0; i < model::usual_history && indicator.targets.front().from <= period.last();
         ++i) {
        if (!is_measured(period)) missing.push_back(period);
        period = period.previous();
    }
    std::ranges::reverse(missing);
    return missing;
}

IndicatorStanding standing_of(const model::Process& process, const model::Indicator& indicator,
                              const Measurements& measurements, Date today, std::size_t periods) {
    IndicatorStanding standing{process.id, indicator, newest_of(indicator, measurements), {}, {}};
    const Period over = last_over(today, indicator.frequency);
    standing.missing = missing_periods(indicator, measurements, over);
    Period last = over;
    for (const model::Measurement& one : measurements) {
        if (one.indicator == indicator.id && one.period.kind() == indicator.frequency)
            last = std::max(last, one.period);
    }
    standing.history = model::indicator_history(indicator, measurements, last, periods);
    return standing;
}

Measurements measurements_of(Session& session, const std::string& process) {
    return store::MeasurementRepository(session.workspace.database()).list(process);
}

}  // namespace

Result<std::vector<IndicatorStanding>> list_indicators(Session& session, const std::string& name) {
    if (const Done may = authorise(session, UseCase::show_indicators); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    store::DefinitionRepository definitions(session.workspace.database());
    const auto names = name.empty() ? definitions.accepted_names(model::DefinitionKind::process)
                                    : std::vector<std::string>{name};
    std::vector<IndicatorStanding> standings;
    for (const std::string& one : names) {
        const bool wanted = !name.empty() || definitions.in_force(model::DefinitionKind::process, one, *now);
        if (!wanted) continue;
        const auto process = process_in_force(session.workspace, one, *now);
        if (!process) return tl::unexpected(process.error());
        const Measurements measurements = measurements_of(session, one);
        for (const model::Indicator& indicator : process->value.indicators)
            standings.push_back(
                standing_of(process->value, indicator, measurements, *now, model::usual_history));
    }
    return standings;
}

Result<IndicatorStanding> chart_indicator(Session& session, const ChartIndicator& command) {
    if (const Done may = authorise(session, UseCase::show_indicators); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto process = process_in_force(session.workspace, command.process, *now);
    if (!process) return tl::unexpected(process.error());
    const model::Indicator* indicator = process->value.find_indicator(command.indicator);
    if (indicator == nullptr) return unknown_indicator(process->value, command.indicator);
    return standing_of(process->value, *indicator, measurements_of(session, command.process), *now,
                       command.periods);
}

}  // namespace cadran::app
