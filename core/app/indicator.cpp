// SPDX-License-Identifier: Apache-2.0
#include "app/indicator.h"

#include <algorithm>
#include <map>

#include "app/parameters.h"
#include "app/records.h"
#include "app/rights.h"
#include "indicator/tally.h"
#include "store/review_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using calendar::Period;

std::optional<Decimal> target_value(const model::Indicator& indicator, const Period& period) {
    const auto target = indicator.target_at(period.last());
    if (!target) return {};
    return target->value;
}

// Measures one indicator of a process, part by part and as a whole.
class Measuring {
  public:
    Measuring(Session& session, const model::Process& process, const calendar::Zone& zone)
        : session_(session), process_(process), zone_(zone) {}

    // The parts by the indicator's frequency and, where there are several, the period rolled up.
    Result<std::vector<model::Measurement>> measure(const model::Indicator& indicator, const Period& period) {
        std::vector<model::Measurement> measurements;
        for (const Period& part : period.divided_into(indicator.frequency)) {
            auto measurement = measure_part(indicator, part);
            if (!measurement) return tl::unexpected(measurement.error());
            measurements.push_back(std::move(*measurement));
        }
        if (measurements.size() > 1)
            measurements.push_back(model::rolled_up(measurements, period, target_value(indicator, period)));
        return measurements;
    }

  private:
    Result<model::Measurement> measure_part(const model::Indicator& indicator, const Period& part) {
        model::Measurement measurement;
        measurement.process = process_.id;
        measurement.indicator = indicator.id;
        measurement.period = part;
        measurement.direction = indicator.direction;
        measurement.target = target_value(indicator, part);
        RecordSource source(session_, part);
        const std::string plugin = indicator.measure.substr(0, indicator.measure.find('/'));
        for (const Slice& slice : slices(session_.workspace, model::DefinitionKind::plugin, plugin, part)) {
            if (const Done added = add_slice(indicator, slice, source, measurement); !added)
                return tl::unexpected(added.error());
        }
        if (measurement.measures.empty()) {
            return not_found({"app.no_measure", {{"name", indicator.measure}}},
                             Message{"app.accept_the_plugin", {{"name", plugin}}});
        }
        std::ranges::sort(measurement.exceptions);
        measurement.imports = source.imports();
        return measurement;
    }

    Done add_slice(const model::Indicator& indicator, const Slice& slice, RecordSource& source,
                   model::Measurement& measurement) {
        const auto content = plugin_of(session_.workspace, slice.version);
        if (!content) return tl::unexpected(content.error());
        const script::MeasureDeclaration* declared = content->plugin.find_measure(indicator.measure);
        if (declared == nullptr) return {};
        const auto records =
            source.records(content->plugin, slice.version.hash, declared->measure.population.from);
        if (!records) return tl::unexpected(records.error());
        auto tables = source.tables(content->plugin, declared->query);
        if (!tables) return tl::unexpected(tables.error());
        expression::Evaluator conditions(declared->query, default_values(declared->measure.parameters), zone_,
                                         std::move(*tables));
        const indicator::Tally tally =
            indicator::tally(*declared, (*records)->dataset, conditions, slice.first, slice.last);
        measurement.numerator += tally.numerator;
        measurement.denominator += tally.denominator;
        measurement.excluded += tally.excluded;
        measurement.exceptions.insert(measurement.exceptions.end(), tally.exceptions.begin(),
                                      tally.exceptions.end());
        measurement.measures.push_back({indicator.measure, slice.version.number, slice.version.hash});
        return {};
    }

    Session& session_;
    const model::Process& process_;
    const calendar::Zone& zone_;
};

bool says_the_same(const model::Measurement& a, const model::Measurement& b) {
    return a.numerator == b.numerator && a.denominator == b.denominator && a.excluded == b.excluded &&
           a.exceptions == b.exceptions && a.target == b.target && a.imports == b.imports &&
           store::to_json(a.measures) == store::to_json(b.measures);
}

void record(store::UnitOfWork& work, model::Measurement& measurement) {
    store::MeasurementRepository measurements(work.database());
    measurement.by = work.actor();
    measurement.at = work.now();
    if (const auto newest =
            measurements.newest(measurement.process, measurement.indicator, measurement.period);
        newest && says_the_same(*newest, measurement)) {
        measurement = *newest;
        return;
    }
    measurements.insert(measurement);
    work.journal("indicator.measure", store::subject(measurement), {}, store::state(measurement));
}

}  // namespace

Result<std::vector<model::Measurement>> measure_indicators(Session& session, const std::string& name,
                                                           const Period& period) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto process = process_in_force(session.workspace, name, std::min(*now, period.last()));
    if (!process) return tl::unexpected(process.error());
    if (const Done may = authorise(session, UseCase::measure_indicators, process->value); !may)
        return tl::unexpected(may.error());
    const auto zone = zone_of(session.workspace);
    if (!zone) return tl::unexpected(zone.error());

    Measuring measuring(session, process->value, *zone);
    std::vector<model::Measurement> measured;
    for (const model::Indicator& indicator : process->value.indicators) {
        auto measurements = measuring.measure(indicator, period);
        if (!measurements) return tl::unexpected(measurements.error());
        std::ranges::move(*measurements, std::back_inserter(measured));
    }
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    for (model::Measurement& measurement : measured) record(work, measurement);
    work.commit();
    return measured;
}

Result<std::vector<model::Measurement>> show_indicators(Session& session, const std::string& process,
                                                        const std::string& indicator) {
    if (const Done may = authorise(session, UseCase::show_indicators); !may)
        return tl::unexpected(may.error());
    std::map<std::pair<std::string, Period>, model::Measurement> newest;
    for (model::Measurement& measurement :
         store::MeasurementRepository(session.workspace.database()).list(process)) {
        if (!indicator.empty() && measurement.indicator != indicator) continue;
        newest.insert_or_assign({measurement.indicator, measurement.period}, std::move(measurement));
    }
    std::vector<model::Measurement> measurements;
    for (auto& [name, measurement] : newest) measurements.push_back(std::move(measurement));
    return measurements;
}

}  // namespace cadran::app
