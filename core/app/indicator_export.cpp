// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_export.h"

#include "app/definitions.h"
#include "app/indicator.h"
#include "app/indicator_standing.h"
#include "app/rights.h"

namespace cadran::app {

namespace {

using calendar::Period;

bool is_wanted(const model::Measurement& measurement, const std::optional<Period>& period) {
    return !period ||
           (period->contains(measurement.period.first()) && period->contains(measurement.period.last()));
}

// As they are called in the standings, each once and in their order.
std::vector<std::string> processes_of(const std::vector<IndicatorStanding>& standings) {
    std::vector<std::string> names;
    for (const IndicatorStanding& standing : standings) {
        if (names.empty() || names.back() != standing.process) names.push_back(standing.process);
    }
    return names;
}

report::BookedIndicator booked(const IndicatorStanding& standing,
                               const std::vector<model::Measurement>& measurements) {
    report::BookedIndicator booked{
        standing.indicator, standing.newest, standing.history, {}, standing.missing.size()};
    for (const model::Measurement& one : measurements) {
        if (one.indicator == standing.indicator.id && standing.indicator.frequency < one.period.kind())
            booked.wholes.push_back(one);
    }
    return booked;
}

// Of the processes that stand there.
Result<std::vector<model::Measurement>> measurements_of(Session& session,
                                                        const std::vector<IndicatorStanding>& standings,
                                                        const std::optional<Period>& period) {
    std::vector<model::Measurement> wanted;
    for (const std::string& process : processes_of(standings)) {
        auto measurements = show_indicators(session, process, "");
        if (!measurements) return tl::unexpected(measurements.error());
        for (model::Measurement& one : *measurements) {
            if (is_wanted(one, period)) wanted.push_back(std::move(one));
        }
    }
    return wanted;
}

}  // namespace

Result<std::vector<model::Measurement>> export_indicators(Session& session, const ExportIndicators& command) {
    const auto standings = list_indicators(session, command.process, command.period);
    if (!standings) return tl::unexpected(standings.error());
    return measurements_of(session, *standings, command.period);
}

Result<report::IndicatorBook> book_indicators(Session& session, const ExportIndicators& command) {
    const auto standings = list_indicators(session, command.process, command.period);
    if (!standings) return tl::unexpected(standings.error());
    const auto measurements = measurements_of(session, *standings, command.period);
    if (!measurements) return tl::unexpected(measurements.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const Date now = zone->date_of(session.clock.now());
    report::IndicatorBook book{.organisation = (*organisation)->name,
                               .appearance = (*organisation)->appearance,
                               .simulated = session.workspace.is_sample(),
                               .on = now,
                               .zone = *zone,
                               .currency = (*organisation)->currency,
                               .period = command.period,
                               .processes = {}};
    for (const std::string& name : processes_of(*standings)) {
        const auto process = process_in_force(session.workspace, name, now);
        if (!process) return tl::unexpected(process.error());
        std::vector<model::Measurement> of_process;
        for (const model::Measurement& one : *measurements) {
            if (one.process == name) of_process.push_back(one);
        }
        report::BookedProcess& added = book.processes.emplace_back(
            report::BookedProcess{process->value.title, process->value.pilot, {}});
        for (const IndicatorStanding& standing : *standings) {
            if (standing.process == name) added.indicators.push_back(booked(standing, of_process));
        }
    }
    return book;
}

}  // namespace cadran::app
