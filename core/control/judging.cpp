// SPDX-License-Identifier: Apache-2.0
#include "control/judging.h"

#include <map>
#include <set>

#include "base/text.h"
#include "calendar/deadline.h"

namespace cadran::control {

namespace {

using model::Outcome;

void add_parameters(const Assignment& assignment, std::vector<model::Evidence>& evidence) {
    for (std::size_t i = 0; i < assignment.values.size(); ++i) {
        evidence.push_back({assignment.control.control.parameters[i].name, assignment.values[i]});
    }
}

void add_shown(std::string name, const column::Scalar& value, std::vector<model::Evidence>& evidence) {
    if (!std::holds_alternative<column::Secret>(value) && !column::is_missing(value))
        evidence.push_back({std::move(name), value});
}

// Every value of the record that may be shown, what the query adds to it, then the parameters.
std::vector<model::Evidence> evidence_of(const Assignment& assignment, const column::RecordBatch& batch,
                                         std::size_t row, const std::vector<column::Scalar>& further) {
    std::vector<model::Evidence> evidence;
    for (std::size_t i = 0; i < batch.columns.size(); ++i)
        add_shown(batch.schema->field(i).name, batch.scalar(row, i), evidence);
    const std::vector<std::string> names = assignment.control.query.further_names();
    for (std::size_t i = 0; i < further.size(); ++i) add_shown(names[i], further[i], evidence);
    add_parameters(assignment, evidence);
    return evidence;
}

// What every finding of the control has; the rest is of the record or the group.
void describe(const Assignment& assignment, const script::Judgement& judgement, model::Finding& finding) {
    const model::Control& control = assignment.control.control;
    finding.control = assignment.version;
    finding.outcome = judgement.outcome;
    finding.effect = judgement.effect.value_or(control.effect);
    finding.severity = judgement.severity.value_or(control.severity);
    finding.message = judgement.message.value_or("");
}

void describe(const Assignment& assignment, const model::RecordType& type, const column::RecordBatch& batch,
              std::size_t row, const std::vector<column::Scalar>& further, model::Finding& finding) {
    finding.subjects.resize(1);
    finding.subjects.front().type = type.name;
    finding.subjects.front().key = column::plain_text(batch.scalar(row, type.key));
    finding.event_date = std::get<Date>(batch.scalar(row, type.event_date));
    finding.handler = type.handler ? column::plain_text(batch.scalar(row, *type.handler)) : "";
    if (!assignment.collects_evidence) return;
    finding.id = model::finding_id(finding.control.id, finding.subjects);
    finding.evidence = evidence_of(assignment, batch, row, further);
}

// Of the keys alone, so that a group is the same finding whatever records join it. A secret goes by its hash.
std::string group_id(const std::string& control, const script::GroupSubject& group, std::size_t keys) {
    std::vector<model::Subject> named;
    for (std::size_t i = 0; i < keys; ++i) {
        const auto* secret = std::get_if<column::Secret>(&group.values[i]);
        named.push_back({"group/" + group.names[i], secret == nullptr ? column::plain_text(group.values[i])
                                                                      : std::to_string(secret->hash)});
    }
    return model::finding_id(control, named);
}

// What tells the records of a group apart: the fields that the clauses read and that are no keys.
void add_members(const Assignment& assignment, const model::RecordType& type,
                 const script::GroupSubject& group, std::vector<model::Evidence>& evidence) {
    const std::vector<std::string> keys = assignment.control.query.keys();
    std::vector<std::size_t> fields;
    for (const std::string& name : assignment.control.query.fields_read()) {
        if (std::ranges::find(keys, name) == keys.end()) fields.push_back(*type.schema->find(name));
    }
    if (type.handler) fields.push_back(*type.handler);
    for (const auto& [batch, row] : group.records) {
        const std::size_t before = evidence.size();
        for (const std::size_t field : fields)
            add_shown(type.schema->field(field).name, batch->scalar(row, field), evidence);
        const std::string record = column::plain_text(batch->scalar(row, type.key));
        for (std::size_t i = before; i < evidence.size(); ++i) evidence[i].record = record;
    }
}

std::vector<model::Evidence> evidence_of(const Assignment& assignment, const model::RecordType& type,
                                         const script::GroupSubject& group) {
    std::vector<model::Evidence> evidence;
    for (std::size_t i = 0; i < group.values.size(); ++i)
        add_shown(group.names[i], group.values[i], evidence);
    add_parameters(assignment, evidence);
    add_members(assignment, type, group, evidence);
    return evidence;
}

// Its handler is the one who processed all of its records; of several, none is named.
void describe(const Assignment& assignment, const model::RecordType& type, const script::GroupSubject& group,
              model::Finding& finding) {
    std::set<std::string> handlers;
    finding.subjects.clear();
    finding.event_date = {};
    for (const auto& [batch, row] : group.records) {
        finding.subjects.push_back({type.name, column::plain_text(batch->scalar(row, type.key))});
        finding.event_date =
            std::max(finding.event_date, std::get<Date>(batch->scalar(row, type.event_date)));
        if (type.handler) handlers.insert(column::plain_text(batch->scalar(row, *type.handler)));
    }
    std::ranges::sort(finding.subjects);
    finding.handler = handlers.size() == 1 ? *handlers.begin() : "";
    if (!assignment.collects_evidence) return;
    finding.id = group_id(finding.control.id, group, assignment.control.query.keys().size());
    finding.evidence = evidence_of(assignment, type, group);
}

model::ControlResult empty_result(const Assignment& assignment) {
    model::ControlResult result;
    result.control = assignment.version;
    for (std::size_t i = 0; i < assignment.values.size(); ++i) {
        result.parameters.emplace_back(assignment.control.control.parameters[i].name,
                                       column::plain_text(assignment.values[i]));
    }
    return result;
}

// Judges what was selected.
class Judging {
  public:
    Judging(const Assignment& assignment, const model::RecordType& type, script::Judge& judge,
            const expression::Selected& selected, std::span<const expression::RowPlace> places,
            const TakeFinding& take)
        : assignment_(assignment),
          type_(type),
          judge_(judge),
          selected_(selected),
          places_(places),
          take_(take) {}

    Judged judge(std::int64_t population) {
        judged_.result.population = population;
        judged_.result.not_checked = selected_.unchecked;
        take_choices();
        for (auto& [lacking, records] : not_checked_)
            judged_.not_checked.push_back({lacking, std::move(records)});
        take_strata();
        for (const expression::Group& group : selected_.selection.groups) take_group(group);
        return std::move(judged_);
    }

  private:
    using Standing = expression::Standing;

    // Records come in the order of their places, groups behind them.
    std::string order_of_record(std::size_t record) const {
        std::string order(1, 'r');
        append_ordered(order, places_.empty()
                                  ? record
                                  : std::uint64_t{places_[record].batch} << 32 | places_[record].row);
        return order;
    }
    static std::string order_of_group(const expression::Group& group) {
        return "s" + expression::order_of(group.keys);
    }

    void take_choices() {
        const bool one_by_one = !assignment_.control.query.has_groups();
        const std::vector<std::string> further_names = assignment_.control.query.further_names();
        selected_.for_each([&](std::size_t i, const expression::Choice& choice) {
            const auto& [batch, row] = selected_.records[i];
            if (choice.standing == Standing::not_checked) {
                judged_.result.count(Outcome::not_checked);
                if (assignment_.unchecked == expression::Unchecked::told)
                    not_checked_[*choice.lacking].push_back(
                        column::plain_text(batch->scalar(row, type_.key)));
            }
            const bool failed = choice.standing == Standing::error;
            if (!failed && (choice.standing != Standing::selected || !one_by_one)) return;
            take([&] { return order_of_record(i); },
                 failed ? script::Judgement{.outcome = Outcome::error, .fault = *choice.fault}
                        : judge_.judge(*batch, row, further_names, choice.further),
                 [&] { describe(assignment_, type_, *batch, row, choice.further, finding_); });
        });
    }

    void take_strata() {
        if (!assignment_.control.query.has_sample()) return;
        judged_.result.seed = hex_text(assignment_.seed);
        judged_.strata = selected_.selection.strata;
    }

    void take_group(const expression::Group& group) {
        const expression::Query& query = assignment_.control.query;
        script::GroupSubject subject{query.keys(), group.keys, {}};
        for (std::string& name : query.aggregates()) subject.names.push_back(std::move(name));
        subject.values.insert(subject.values.end(), group.aggregates.begin(), group.aggregates.end());
        for (const std::size_t member : group.members)
            subject.records.emplace_back(selected_.records[member].first.get(),
                                         selected_.records[member].second);
        take([&] { return order_of_group(group); }, judge_.judge(subject),
             [&] { describe(assignment_, type_, subject, finding_); });
    }

    template <typename Order, typename Describe>
    void take(const Order& order, const script::Judgement& judgement, const Describe& describe_subjects) {
        ++judged_.result.selected;
        judged_.result.count(judgement.outcome);
        if (judgement.fault) judged_.faults.add(order(), *judgement.fault);
        if (judgement.outcome != Outcome::fail && judgement.outcome != Outcome::error) return;
        describe(assignment_, judgement, finding_);
        describe_subjects();
        take_(order(), finding_);
    }

    const Assignment& assignment_;
    const model::RecordType& type_;
    script::Judge& judge_;
    const expression::Selected& selected_;
    std::span<const expression::RowPlace> places_;
    const TakeFinding& take_;
    std::map<std::vector<std::string>, std::vector<std::string>> not_checked_;  // keys by what is lacking
    Judged judged_{empty_result(assignment_)};
    model::Finding finding_;  // at hand; what it held before, its memory holds again
};

std::int64_t day_number(Date date) {
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

}  // namespace

void Judged::count(Judged&& others) {
    result.add(others.result);
    std::ranges::move(others.strata, std::back_inserter(strata));
    sort_by_keys(strata);
    faults.add(std::move(others.faults));
}

Evaluation whole(Judged judged, std::vector<model::Finding> findings) {
    judged.result.strata = strata_of(judged.strata);
    return {std::move(judged.result), std::move(findings), judged.faults.take(),
            std::move(judged.not_checked)};
}

std::vector<model::Stratum> strata_of(std::span<const expression::Stratum> groups) {
    std::vector<model::Stratum> strata;
    for (const expression::Stratum& stratum : groups) {
        std::vector<std::string> keys;
        for (const column::Scalar& key : stratum.keys) keys.push_back(column::plain_text(key));
        strata.push_back({fmt::format("{}", fmt::join(keys, ", ")), stratum.population, stratum.size});
    }
    return strata;
}

Days::Days(const Assignment& assignment, std::size_t event_date, const calendar::Region& region)
    : event_date_(event_date), first_(day_number(assignment.first)), last_(day_number(assignment.last)) {
    earliest_ = first_;
    const auto history = assignment.control.query.history(assignment.values);
    if (!history) return;
    const auto start = calendar::add(assignment.first, Duration{-history->count, history->unit}, region);
    if (start) earliest_ = day_number(*start);
}

std::int64_t Days::parts_of(const column::RecordBatch& batch, std::span<const std::uint8_t> counts,
                            std::vector<expression::Part>& parts) const {
    using expression::Part;
    const auto& days = std::get<column::Numbers>(batch.columns[event_date_].values);
    std::int64_t population = 0;
    parts.resize(batch.rows);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const bool counted = (counts[row] != 0) & (days[row] >= earliest_) & (days[row] <= last_);
        const bool in_period = counted & (days[row] >= first_);
        parts[row] = in_period ? Part::in_the_period : counted ? Part::before_the_period : Part::none;
        population += in_period ? 1 : 0;
    }
    return population;
}

Judged judge_selected(const Assignment& assignment, const model::RecordType& type, script::Judge& judge,
                      const expression::Selected& selected, std::int64_t population,
                      std::span<const expression::RowPlace> places, const TakeFinding& take) {
    return Judging(assignment, type, judge, selected, places, take).judge(population);
}

}  // namespace cadran::control
