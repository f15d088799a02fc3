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
    InForce<model::Process> sheet;
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
    IndicatorStanding standing{measured.sheet.value.id,
                               measured.currency,
                               indicator,
                               newest_of(indicator, measurements),
                               {},
                               {},
                               false};
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
    return {measured.sheet.value.id,
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

Result<Measured> measured(Session& session, InForce<model::Process> sheet) {
    store::Database& database = session.workspace.database();
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const std::string& name = sheet.value.id;
    const Date since =
        store::DefinitionRepository(database).first_in_force(model::DefinitionKind::process, name);
    return Measured{std::move(sheet), since, (*organisation)->currency,
                    store::MeasurementRepository(database).list(name)};
}

// The one of that name, or all with an empty name.
Result<std::vector<InForce<model::Process>>> sheets_called(Session& session, const std::string& name,
                                                           Date today) {
    if (name.empty()) return processes_in_force(session.workspace, today);
    auto sheet = process_in_force(session.workspace, name, today);
    if (!sheet) return tl::unexpected(sheet.error());
    std::vector<InForce<model::Process>> one;
    one.push_back(std::move(*sheet));
    return one;
}

}  // namespace

Result<std::vector<IndicatorStanding>> list_indicators(Session& session, const std::string& name,
                                                       const std::optional<Period>& within) {
    if (const Done may = authorise(session, UseCase::show_indicators); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto sheets = sheets_called(session, name, *now);
    if (!sheets) return tl::unexpected(sheets.error());
    std::vector<IndicatorStanding> standings;
    for (InForce<model::Process>& sheet : *sheets) {
        const auto process = measured(session, std::move(sheet));
        if (!process) return tl::unexpected(process.error());
        for (const model::Indicator& indicator : process->sheet.value.indicators) {
            standings.push_back(within ? standing_within(*process, indicator, *now, *within)
                                       : standing_of(*process, indicator, *now, model::usual_history));
            standings.back().may_record = may_record(session, process->sheet.value, indicator);
        }
    }
    return standings;
}

Result<IndicatorStanding> chart_indicator(Session& session, const ChartIndicator& command) {
    if (const Done may = authorise(session, UseCase::show_indicators); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto sheet = process_in_force(session.workspace, command.process, *now);
    if (!sheet) return tl::unexpected(sheet.error());
    const auto process = measured(session, std::move(*sheet));
    if (!process) return tl::unexpected(process.error());
    const model::Indicator* indicator = process->sheet.value.find_indicator(command.indicator);
    if (indicator == nullptr) return unknown_indicator(process->sheet.value, command.indicator);
    IndicatorStanding standing = standing_of(*process, *indicator, *now, command.periods);
    standing.may_record = may_record(session, process->sheet.value, *indicator);
    return standing;
}

}  // namespace cadran::app
