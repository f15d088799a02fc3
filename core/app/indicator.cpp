// SPDX-License-Identifier: Apache-2.0
#include "app/indicator.h"

#include <algorithm>
#include <map>

#include "app/decided_share.h"
#include "app/nearest.h"
#include "app/parameters.h"
#include "app/plugin_reference.h"
#include "app/records.h"
#include "app/rights.h"
#include "base/text.h"
#include "indicator/tally.h"
#include "model/indicator_history.h"
#include "store/measurement_repository.h"
#include "store/review_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using calendar::Period;

// What a measurement says whatever it was measured on.
model::Measurement blank(const model::Process& process, const model::Indicator& indicator,
                         const Period& period, const Currency& currency) {
    model::Measurement measurement;
    measurement.process = process.id;
    measurement.indicator = indicator.id;
    measurement.period = period;
    measurement.unit = indicator.unit;
    measurement.source = indicator.source;
    measurement.direction = indicator.direction;
    measurement.target = indicator.target_at(period.last());
    measurement.currency = currency;
    return measurement;
}

// Measures one indicator of a process, part by part and as a whole.
class Measuring {
  public:
    Measuring(Session& session, const model::Process& process, const calendar::Locality& locality,
              const Currency& currency)
        : session_(session), process_(process), locality_(locality), currency_(currency) {}

    // The parts by the indicator's frequency and, where there are several that add up, the period rolled up.
    Result<std::vector<model::Measurement>> measure(const model::Indicator& indicator, const Period& period) {
        std::vector<model::Measurement> measurements;
        for (const Period& part : period.ended(indicator.frequency)) {
            auto measurement = measure_part(indicator, part);
            if (!measurement) return tl::unexpected(measurement.error());
            measurements.push_back(std::move(*measurement));
        }
        if (measurements.size() > 1) {
            if (auto whole = model::rolled_up(measurements, period, indicator.target_at(period.last())))
                measurements.push_back(std::move(*whole));
        }
        return measurements;
    }

  private:
    Result<model::Measurement> measure_part(const model::Indicator& indicator, const Period& part) {
        model::Measurement measurement = blank(process_, indicator, part, currency_);
        if (indicator.source == model::Source::control) {
            if (const Done counted = count_decided(session_, indicator, measurement); !counted)
                return tl::unexpected(counted.error());
            std::ranges::sort(measurement.exceptions);
            return measurement;
        }
        RecordSource source(session_, part);
        const std::string plugin = plugin_of_reference(indicator.measure);
        bool offered = false;
        for (const Slice& slice : slices(session_.workspace, model::DefinitionKind::plugin, plugin, part)) {
            const auto content = plugin_of(session_.workspace, slice.version);
            if (!content) return tl::unexpected(content.error());
            const auto added = indicator.source == model::Source::records
                                   ? count_slice(indicator, slice, *content, source, measurement)
                                   : add_slice(indicator, slice, *content, source, measurement);
            if (!added) return tl::unexpected(added.error());
            offered = offered || *added;
        }
        if (!offered) {
            return not_found({"app.no_measure", {{"name", indicator.measure}}},
                             Message{"app.accept_the_plugin", {{"name", plugin}}});
        }
        std::ranges::sort(measurement.exceptions);
        measurement.imports = source.imports();
        return measurement;
    }

    // False where that version of the plugin does not offer it; as add_slice.
    Result<bool> count_slice(const model::Indicator& indicator, const Slice& slice,
                             const PluginContent& content, RecordSource& source,
                             model::Measurement& measurement) {
        const std::string type = indicator.measure.substr(indicator.measure.find('/') + 1);
        if (content.plugin.find_record(type) == nullptr) return false;
        const auto records = source.records(content.plugin, slice.version.hash, type);
        if (!records) return tl::unexpected(records.error());
        std::int64_t count = 0;
        (*records)->dataset.for_each(slice.first, slice.last, [&](const auto&, std::size_t) { ++count; });
        measurement.figure = measurement.figure.value_or(Decimal{0, 0}) + Decimal{count, 0};
        return true;
    }

    Result<bool> add_slice(const model::Indicator& indicator, const Slice& slice,
                           const PluginContent& content, RecordSource& source,
                           model::Measurement& measurement) {
        const script::MeasureDeclaration* declared = content.plugin.find_measure(indicator.measure);
        if (declared == nullptr) return false;
        const auto values = parameter_values(declared->measure.parameters, indicator.parameters);
        if (!values) return tl::unexpected(values.error());
        const auto records =
            source.records(content.plugin, slice.version.hash, declared->measure.population.from);
        if (!records) return tl::unexpected(records.error());
        auto tables = source.tables(content.plugin, declared->query);
        if (!tables) return tl::unexpected(tables.error());
        std::vector<expression::SemiJoin> semi_joins = declared->query.semi_joins();
        for (expression::SemiJoin& semi_join : declared->meets.semi_joins())
            semi_joins.push_back(std::move(semi_join));
        auto sets = source.sets(content.plugin, semi_joins);
        if (!sets) return tl::unexpected(sets.error());
        expression::Evaluator conditions(declared->query, *values, locality_, std::move(*tables),
                                         std::move(*sets));
        const indicator::Tally tally =
            indicator::tally(*declared, (*records)->dataset, conditions, slice.first, slice.last);
        measurement.numerator += tally.numerator;
        measurement.denominator += tally.denominator;
        measurement.excluded += tally.excluded;
        measurement.exceptions.insert(measurement.exceptions.end(), tally.exceptions.begin(),
                                      tally.exceptions.end());
        measurement.measures.push_back({indicator.measure, slice.version.number, slice.version.hash});
        measurement.sampled = measurement.sampled || declared->query.has_sample();
        return true;
    }

    Session& session_;
    const model::Process& process_;
    const calendar::Locality& locality_;
    Currency currency_;
};

// But for their numbers, authors, times and reasons.
bool says_the_same(const model::Measurement& a, model::Measurement b) {
    b.number = a.number;
    b.by = a.by;
    b.at = a.at;
    b.reason = a.reason;
    return store::state(a) == store::state(b);
}

// Takes figures into the store, in one unit of work; a figure that a signed review has looked at is restated
// for a reason only.
class Recording {
  public:
    Recording(store::UnitOfWork& work, const std::string& act, const std::string& reason)
        : work_(work), act_(act), reason_(trimmed(reason)) {}

    // False where the newest says the same already: that one it is then.
    bool record(model::Measurement& measurement) {
        store::MeasurementRepository measurements(work_.database());
        measurement.by = work_.actor();
        measurement.at = work_.now();
        const auto newest =
            measurements.newest(measurement.process, measurement.indicator, measurement.period);
        if (newest && says_the_same(*newest, measurement)) {
            measurement = *newest;
            return false;
        }
        if (newest && !model::shows_the_same(*newest, measurement) && is_reviewed(measurement)) {
            measurement.reason = reason_;
            if (reason_.empty()) refuse(measurement);
        }
        measurements.insert(measurement);
        work_.journal(act_, store::subject(measurement), {}, store::state(measurement));
        return true;
    }
    // What was restated without a reason: nothing may be committed then.
    Diagnostics take_faults() { return std::move(faults_); }

  private:
    bool is_reviewed(const model::Measurement& measurement) const {
        const auto reviews = store::ReviewRepository(work_.database()).list();
        return std::ranges::any_of(reviews, [&](const model::Review& review) {
            return review.process == measurement.process && review.state == model::ReviewState::signed_off &&
                   review.period.contains(measurement.period.last());
        });
    }

    void refuse(const model::Measurement& measurement) {
        faults_.push_back({{},
                           {"app.restates_a_reviewed_figure",
                            {{"indicator", measurement.indicator}, {"period", measurement.period.text()}}},
                           Message{"app.say_why_restated"}});
    }

    store::UnitOfWork& work_;
    std::string act_;
    std::string reason_;
    Diagnostics faults_;
};

// The sheet in force in that period, for an actor who may measure it.
Result<InForce<model::Process>> process_to_measure(Session& session, const std::string& name,
                                                   const Period& period, UseCase use_case) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto process = process_in_force(session.workspace, name, std::min(*now, period.last()));
    if (!process) return process;
    if (const Done may = authorise(session, use_case, process->value); !may)
        return tl::unexpected(may.error());
    return process;
}

Diagnostics faults_of(const RecordIndicator& command, const model::Indicator& indicator) {
    Diagnostics faults;
    const bool as_share = command.numerator || command.denominator;
    const auto fault = [&](Message what, Message hint) {
        faults.push_back({{}, std::move(what), std::move(hint)});
    };
    if (command.period.kind() < indicator.frequency) {
        fault({"app.period_too_short", {{"indicator", indicator.title}}},
              {"app.record_by_frequency", {{"frequency", model::frequency_title(indicator.frequency)}}});
    }
    if (trimmed(command.comment).empty())
        fault({"app.figure_without_comment"}, {"app.say_where_it_comes_from"});
    if (command.absent + command.value.has_value() + as_share != 1)
        fault({"app.not_one_figure"}, {"app.give_value_share_or_absent"});
    if (as_share && indicator.unit != model::Unit::percent)
        fault({"app.no_share", {{"indicator", indicator.title}}}, {"app.give_a_value"});
    const bool counts_fit = command.numerator && command.denominator && *command.denominator > 0 &&
                            *command.numerator >= 0 && *command.numerator <= *command.denominator;
    if (as_share && !counts_fit) fault({"app.counts_do_not_fit"}, {"app.numerator_within_denominator"});
    const bool is_percentage =
        !command.value || (Decimal{0, 0} <= *command.value && *command.value <= Decimal{100, 0});
    if (indicator.unit == model::Unit::percent && !is_percentage)
        fault({"app.not_a_percentage", {{"value", *command.value}}}, {"app.percentage_range"});
    return faults;
}

// The longer period out of its parts, as soon as they are all there and add up.
std::optional<model::Measurement> whole_of_parts(store::UnitOfWork& work, const model::Indicator& indicator,
                                                 const model::Measurement& part, const Period& whole) {
    store::MeasurementRepository measurements(work.database());
    std::vector<model::Measurement> parts;
    for (const Period& one : whole.divided_into(indicator.frequency)) {
        auto measured = measurements.newest(part.process, indicator.id, one);
        if (!measured) return {};
        parts.push_back(std::move(*measured));
    }
    if (parts.size() < 2) return {};
    return model::rolled_up(parts, whole, indicator.target_at(whole.last()));
}

}  // namespace

tl::unexpected<Failure> unknown_indicator(const model::Process& process, const std::string& name) {
    std::vector<std::string> known;
    for (const model::Indicator& one : process.indicators) known.push_back(one.id);
    return not_found({"app.unknown_indicator", {{"name", name}}}, nearest_hint(name, known));
}

Result<std::vector<model::Measurement>> measure_indicators(Session& session, const std::string& name,
                                                           const Period& period, const std::string& reason) {
    const auto process = process_to_measure(session, name, period, UseCase::measure_indicators);
    if (!process) return tl::unexpected(process.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());

    Measuring measuring(session, process->value, *locality, (*organisation)->currency);
    std::vector<model::Measurement> measured;
    for (const model::Indicator& indicator : process->value.indicators) {
        if (indicator.source == model::Source::by_hand) continue;
        auto measurements = measuring.measure(indicator, period);
        if (!measurements) return tl::unexpected(measurements.error());
        std::ranges::move(*measurements, std::back_inserter(measured));
    }
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    Recording recording(work, "indicator.measure", reason);
    for (model::Measurement& measurement : measured) recording.record(measurement);
    if (Diagnostics faults = recording.take_faults(); !faults.empty()) return invalid(std::move(faults));
    work.commit();
    return measured;
}

Result<FreshFigures> measure_what_can(Session& session, const model::Process& process,
                                      const model::Indicator& indicator, const Period& period,
                                      bool missing_only) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    auto measured =
        Measuring(session, process, *locality, (*organisation)->currency).measure(indicator, period);
    if (!measured) return tl::unexpected(measured.error());
    FreshFigures figures;
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    Recording recording(work, "indicator.measure", "");
    store::MeasurementRepository measurements(work.database());
    for (model::Measurement& measurement : *measured) {
        if (missing_only && measurements.newest(process.id, indicator.id, measurement.period)) continue;
        const bool decided = indicator.source == model::Source::control && measurement.denominator > 0;
        if (measurement.imports.empty() && !decided)
            figures.without_records = true;
        else if (recording.record(measurement))
            ++figures.count;
    }
    if (Diagnostics faults = recording.take_faults(); !faults.empty()) return invalid(std::move(faults));
    work.commit();
    return figures;
}

Result<std::vector<model::Measurement>> record_indicator(Session& session, const RecordIndicator& command) {
    const auto process =
        process_to_measure(session, command.process, command.period, UseCase::record_indicator);
    if (!process) return tl::unexpected(process.error());
    const model::Indicator* indicator = process->value.find_indicator(command.indicator);
    if (indicator == nullptr) return unknown_indicator(process->value, command.indicator);
    if (indicator->source != model::Source::by_hand) {
        return refused(
            {"app.not_by_hand", {{"indicator", indicator->title}}},
            Message{"app.measure_first", {{"process", command.process}, {"period", command.period.text()}}});
    }
    if (Diagnostics faults = faults_of(command, *indicator); !faults.empty())
        return invalid(std::move(faults));
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());

    std::vector<model::Measurement> recorded{
        blank(process->value, *indicator, command.period, (*organisation)->currency)};
    recorded[0].figure = command.value;
    recorded[0].numerator = command.numerator.value_or(0);
    recorded[0].denominator = command.denominator.value_or(0);
    recorded[0].comment = command.comment;
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    if (const auto newest = store::MeasurementRepository(work.database())
                                .newest(command.process, command.indicator, command.period)) {
        const Done seen = expect_seen(session, static_cast<int>(newest->number), store::subject(*newest));
        if (!seen) return tl::unexpected(seen.error());
    }
    Recording recording(work, "indicator.record", command.reason);
    recording.record(recorded[0]);
    const Period turn = Period::containing(command.period.first(), process->value.turn);
    if (command.period.kind() < turn.kind()) {
        if (auto whole = whole_of_parts(work, *indicator, recorded[0], turn)) {
            recording.record(*whole);
            recorded.push_back(std::move(*whole));
        }
    }
    if (Diagnostics faults = recording.take_faults(); !faults.empty()) return invalid(std::move(faults));
    work.commit();
    return recorded;
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
