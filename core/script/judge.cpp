// SPDX-License-Identifier: Apache-2.0
#include "script/judge.h"

#include <stdexcept>

#include "script/stopped.h"

namespace cadran::script {

namespace {

Row row_of(const std::string& type, const column::RecordBatch& batch, std::size_t row) {
    return {type, batch.schema->names(),
            [&batch, row](std::size_t field) { return batch.scalar(row, field); }};
}

}  // namespace

Judge::Judge(const PluginFiles& files, const Plugin& plugin, const std::string& control,
             std::vector<column::Scalar> values, const Limits& limits)
    : control_(control), values_(std::move(values)), limits_(limits), own_(limits) {
    const ControlDeclaration* declaration = plugin.find_control(control);
    if (declaration == nullptr) throw std::out_of_range("no control " + control);
    if (declaration->control.parameters.size() != values_.size())
        throw std::invalid_argument("values of " + control);
    record_type_ = declaration->control.population.from;
    if (const model::RecordType* type = plugin.find_record(record_type_)) key_ = type->key;
    has_judge_ = declaration->control.has_judge;
    place_ = declaration->place;
    script_ = {place_.file, files.at(declaration->path), {}, declaration->control.effect};
    for (const auto& [id, text] : declaration->messages) script_.messages.push_back(id);
    for (const model::Parameter& parameter : declaration->control.parameters)
        parameter_names_.push_back(parameter.name);
}

Judgement Judge::judge(const column::RecordBatch& batch, std::size_t row,
                       std::span<const std::string> further_names, std::span<const column::Scalar> further) {
    if (!has_judge_) return {};
    std::vector<std::string> names = batch.schema->names();
    const std::size_t own = names.size();
    names.insert(names.end(), further_names.begin(), further_names.end());
    return judged(
        {record_type_, std::move(names),
         [&](std::size_t index) { return index < own ? batch.scalar(row, index) : further[index - own]; }},
        nullptr, [&] { return column::plain_text(batch.scalar(row, key_)); });
}

Judgement Judge::judge(const GroupSubject& group) {
    if (!has_judge_) return {};
    const Row subject{"group", group.names, [&](std::size_t index) { return group.values[index]; }};
    std::vector<Row> records;
    for (const auto& [batch, row] : group.records) records.push_back(row_of(record_type_, *batch, row));
    return judged(subject, &records, [&] {
        std::string values;
        for (std::size_t i = 0; i < group.values.size(); ++i)
            values += fmt::format("{}{} = {}", i == 0 ? "" : ", ", group.names[i],
                                  column::plain_text(group.values[i]));
        return values;
    });
}

Judgement Judge::judged(const Row& subject, const std::vector<Row>* records, const Naming& name) {
    Budget& budget = shared_ == nullptr ? own_ : *shared_;
    if (const auto shortage = budget.shortage()) {
        return {.outcome = model::Outcome::error,
                .fault = Diagnostic{place_, run_ended(*shortage, limits_, control_, name()),
                                    Message{"script.do_less"}}};
    }
    const Row parameters{"parameters", parameter_names_, [&](std::size_t index) { return values_[index]; }};
    const JudgeArguments arguments{subject, parameters, records};
    const Limits limits = budget.remaining(limits_);
    Ruling ruling = worker_ ? worker_->rule(script_, arguments, limits, lines_)
                            : rule(script_, arguments, limits, lines_);
    budget.take(ruling.fuel, ruling.time);
    if (ruling.fault || ruling.breakdown) {
        return {.outcome = model::Outcome::error,
                .fault = fault_of(std::move(ruling), {place_, limits_, control_, name()})};
    }
    const Verdict& verdict = ruling.verdict;
    Judgement judgement{.outcome = verdict.outcome, .severity = verdict.severity, .effect = verdict.effect};
    if (verdict.message) judgement.message = script_.messages[*verdict.message];
    return judgement;
}

}  // namespace cadran::script
