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

// A process in force, with what its indicators showed.
struct Measured {
    model::Process process;
    Date since;  // when the first version of its sheet came into force
    Currency currency;
    Measurements measurements;
};

// A figure of a longer period stands for its parts.
std::vector<Period> missing_periods(const model::Indicator& indicator, const Measured& measured,
                                    const Period& last) {
    const auto is_measured = [&](const Period& period) {
        return std::ranges::any_of(measured.measurements, [&](const model::Measurement& one) {
            return one.indicator == indicator.id && one.period.contains(period.first()) &&
                   one.period.contains(period.last());
        });
    };
    const Date since = std::max(indicator.targets.front().from, measured.since);
    std::vector<Period> missing;
    Period period = last;
    for (std::size_t i = 0; i < model::usual_history && since <= period.last(); ++i) {
        if (!is_measured(period)) missing.push_back(period);
        period = period.previous();
    }
    std::ranges::reverse(missing);
    return missing;
}

bool lies_within(const Period& period, const Period& whole) {
    return whole.contains(period.first()) && whole.contains(period.last());
}

// Of the figures of that period and its parts alone.
IndicatorStanding standing_within(const Measured& measured, const model::Indicator& indicator, Date today,
                                  const Period& whole) {
    Measurements measurements;
    for (const model::Measurement& one : measured.measurements) {
        if (lies_within(one.period, whole)) measurements.push_back(one);
    }
    IndicatorStanding standing{
        measured.process.id, measured.currency, indicator, newest_of(indicator, measurements), {}, {}, false};
    const auto parts = whole.ended(indicator.frequency);
    if (parts.empty()) return standing;
    const Period over = std::min(parts.back(), last_over(today, indicator.frequency));
    Period last = over;
    for (const model::Measurement& one : measurements) {
        if (one.indicator == indicator.id && one.period.kind() == indicator.frequency)
            last = std::max(last, one.period);
    }
    if (last < parts.front()) return standing;
    standing.history = model::indicator_history(indicator, measurements, last, parts.size());
    for (const Period& period : missing_periods(indicator, measured, over)) {
        if (lies_within(period, whole)) standing.missing.push_back(period);
    }
    return standing;
}

IndicatorStanding standing_of(const Measured& measured, const model::Indicator& indicator, Date today,
                              std::size_t periods) {
    const Period over = last_over(today, indicator.frequency);
    Period last = over;
    for (const model::Measurement& one : measured.measurements) {
        if (one.indicator == indicator.id && one.period.kind() == indicator.frequency)
            last = std::max(last, one.period);
    }
    return {measured.process.id,
            measured.currency,
            indicator,
            newest_of(indicator, measured.measurements),
            missing_periods(indicator, measured, over),
            model::indicator_history(indicator, measured.measurements, last, periods),
            false};
}

bool may_record(const Session& session, const model::Process& process, const model::Indicator& indicator) {
    return indicator.source == model::Source::by_hand &&
           authorise(session, UseCase::record_indicator, process).has_value();
}

Date first_in_force(Workspace& workspace, const InForce<model::Process>& process) {
    Date first = process.version.acceptance->from;
    for (const model::DefinitionVersion& version :
         store::DefinitionRepository(workspace.database()).list(model::DefinitionKind::process)) {
        if (version.name == process.value.id && version.acceptance)
            first = std::min(first, version.acceptance->from);
    }
    return first;
}

Result<Measured> measured_process(Session& session, const std::string& name, Date today) {
    Workspace& workspace = session.workspace;
    auto process = process_in_force(workspace, name, today);
    if (!process) return tl::unexpected(process.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const Date since = first_in_force(workspace, *process);
    return Measured{std::move(process->value), since, organisation->currency,
                    store::MeasurementRepository(workspace.database()).list(name)};
}

}  // namespace

Result<std::vector<IndicatorStanding>> list_indicators(Session& session, const std::string& name,
                                                       const std::optional<Period>& within) {
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
        const auto measured = measured_process(session, one, *now);
        if (!measured) return tl::unexpected(measured.error());
        for (const model::Indicator& indicator : measured->process.indicators) {
            standings.push_back(within ? standing_within(*measured, indicator, *now, *within)
                                       : standing_of(*measured, indicator, *now, model::usual_history));
            standings.back().may_record = may_record(session, measured->process, indicator);
        }
    }
    return standings;
}

Result<IndicatorStanding> chart_indicator(Session& session, const ChartIndicator& command) {
    if (const Done may = authorise(session, UseCase::show_indicators); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto measured = measured_process(session, command.process, *now);
    if (!measured) return tl::unexpected(measured.error());
    const model::Indicator* indicator = measured->process.find_indicator(command.indicator);
    if (indicator == nullptr) return unknown_indicator(measured->process, command.indicator);
    IndicatorStanding standing = standing_of(*measured, *indicator, *now, command.periods);
    standing.may_record = may_record(session, measured->process, *indicator);
    return standing;
}

}  // namespace cadran::app
