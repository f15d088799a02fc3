// SPDX-License-Identifier: Apache-2.0
#include "control/rehearsal.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "control/evaluation.h"

namespace cadran::control {

namespace {

std::vector<std::string> keys_of(const model::Finding& finding) {
    std::vector<std::string> keys;
    for (const model::Subject& subject : finding.subjects) keys.push_back(subject.key);
    std::ranges::sort(keys);
    return keys;
}

std::string shown(const std::vector<std::string>& keys) {
    return fmt::format("{}", fmt::join(keys, ", "));
}

// One spec, played once.
class Rehearsal {
  public:
    Rehearsal(const script::Spec& spec, const script::Plugin& plugin, const script::PluginFiles& files,
              const calendar::Locality& locality, const Rehearsing& how)
        : spec_(spec),
          plugin_(plugin),
          files_(files),
          locality_(locality),
          how_(how),
          control_(*plugin.find_control(spec.control)) {}

    Diagnostics play() {
        const Evaluation evaluation = evaluated();
        differences_ = evaluation.faults;
        for (const script::ExpectedFinding& expected : spec_.found) compare(expected, evaluation.findings);
        if (spec_.count) {
            const auto count = static_cast<std::int64_t>(evaluation.findings.size());
            if (count != *spec_.count)
                tell(spec_.place, {"control.other_count", {{"expected", *spec_.count}, {"found", count}}});
        } else {
            tell_unexpected(evaluation.findings);
        }
        compare_not_checked(evaluation.not_checked);
        return std::move(differences_);
    }

  private:
    Evaluation evaluated() const {
        const model::RecordType& type = *plugin_.find_record(control_.control.population.from);
        record::Dataset records(type);
        records.add(spec_.records.at(type.name));
        const auto [first, last] = days(records);
        expression::Evaluator conditions(control_.query, spec_.parameters, locality_, tables(), sets());
        script::Judge judge(files_, plugin_, spec_.control, spec_.parameters);
        judge.run_in(how_.worker);
        if (how_.lines != nullptr) judge.take_down(*how_.lines);
        if (how_.budget != nullptr) judge.spend(*how_.budget);
        const model::ControlVersion version{spec_.control, 0, {}};
        return evaluate({control_, version, spec_.parameters, first, last}, records, conditions, judge);
    }

    std::pair<Date, Date> days(const record::Dataset& records) const {
        if (spec_.period) return {spec_.period->first(), spec_.period->last()};
        std::vector<Date> dates;
        records.for_each([&](const auto& batch, std::size_t row) {
            dates.push_back(std::get<Date>(batch->scalar(row, records.type().event_date)));
        });
        if (dates.empty()) return {};
        const auto [first, last] = std::ranges::minmax(dates);
        return {first, last};
    }

    const column::RecordBatch* batch_of(const std::string& type) const {
        const auto found = spec_.records.find(type);
        return found == spec_.records.end() ? nullptr : found->second.get();
    }

    std::vector<std::shared_ptr<const expression::JoinTable>> tables() const {
        std::vector<std::shared_ptr<const expression::JoinTable>> tables;
        for (std::size_t join = 0; join < control_.query.joins().size(); ++join) {
            auto table = std::make_shared<expression::JoinTable>(control_.query, join);
            const auto found = spec_.records.find(control_.query.joins()[join].type);
            if (found != spec_.records.end()) table->add(found->second);
            tables.push_back(std::move(table));
        }
        return tables;
    }

    std::vector<std::shared_ptr<const expression::ValueSet>> sets() const {
        std::vector<std::shared_ptr<const expression::ValueSet>> sets;
        for (const expression::SemiJoin& semi_join : control_.query.semi_joins()) {
            auto set = std::make_shared<expression::ValueSet>(semi_join);
            if (const column::RecordBatch* batch = batch_of(semi_join.type)) {
                for (std::size_t row = 0; row < batch->rows; ++row) set->add(*batch, row);
            }
            sets.push_back(std::move(set));
        }
        return sets;
    }

    void compare(const script::ExpectedFinding& expected, const std::vector<model::Finding>& findings) {
        const auto finding = std::ranges::find(findings, expected.keys, keys_of);
        const std::string keys = shown(expected.keys);
        if (finding == findings.end())
            return tell(expected.place, {"control.not_found", {{"records", keys}}});
        if (finding->outcome == model::Outcome::error) return;  // its fault is told
        const auto other = [&](std::string_view what, std::string_view wanted, std::string_view got) {
            tell(expected.place, {"control.other_verdict",
                                  {{"records", keys},
                                   {"what", std::string(what)},
                                   {"expected", std::string(wanted)},
                                   {"found", std::string(got)}}});
        };
        if (expected.severity && *expected.severity != finding->severity)
            other("severity", model::severity_name(*expected.severity),
                  model::severity_name(finding->severity));
        if (expected.effect && *expected.effect != finding->effect)
            other("effect", model::effect_name(*expected.effect), model::effect_name(finding->effect));
        if (expected.message && *expected.message != finding->message)
            other("message", *expected.message, finding->message);
    }

    void tell_unexpected(const std::vector<model::Finding>& findings) {
        for (const model::Finding& finding : findings) {
            const std::vector<std::string> keys = keys_of(finding);
            if (std::ranges::find(spec_.found, keys, &script::ExpectedFinding::keys) == spec_.found.end())
                tell(spec_.place, {"control.found_unexpectedly", {{"records", shown(keys)}}});
        }
    }

    void compare_not_checked(const std::vector<NotChecked>& records) {
        std::vector<std::string> keys;
        for (const NotChecked& alike : records)
            keys.insert(keys.end(), alike.records.begin(), alike.records.end());
        std::ranges::sort(keys);
        if (keys == spec_.not_checked) return;
        tell(spec_.place,
             {"control.other_not_checked", {{"expected", shown(spec_.not_checked)}, {"found", shown(keys)}}});
    }

    void tell(const Place& place, Message what) {
        differences_.push_back({place, std::move(what), Message{"control.see_the_clauses"}});
    }

    const script::Spec& spec_;
    const script::Plugin& plugin_;
    const script::PluginFiles& files_;
    const calendar::Locality& locality_;
    const Rehearsing& how_;
    const script::ControlDeclaration& control_;
    Diagnostics differences_;
};

}  // namespace

Diagnostics rehearse(const script::Spec& spec, const script::Plugin& plugin, const script::PluginFiles& files,
                     const calendar::Locality& locality, const Rehearsing& how) {
    return Rehearsal(spec, plugin, files, locality, how).play();
}

}  // namespace cadran::control
