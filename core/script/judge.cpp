// SPDX-License-Identifier: Apache-2.0
#include "script/judge.h"

#include <stdexcept>

#include <lua.hpp>

#include "script/declaration.h"
#include "script/library.h"
#include "script/sandbox.h"
#include "script/stopped.h"
#include "script/values.h"
#include "script/verdict.h"

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
    effect_ = declaration->control.effect;
    place_ = declaration->place;
    source_ = files.at(declaration->path);
    for (const auto& [id, text] : declaration->messages) messages_.push_back(id);
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
    Verdict verdict;
    Sandbox sandbox(budget.remaining(limits_));
    auto fault = sandbox.run([&](lua_State* state) {
        push_judging_libraries(state);
        add_judging_functions(state, messages_);
        push_judge(state, place_.file, source_);
        if (lines_ != nullptr) sandbox.take_down(*lines_, place_.file);
        push_row(state, subject);
        push_row(state, parameters);
        if (records != nullptr) push_rows(state, *records);
        lua_call(state, records == nullptr ? 2 : 3, 1);
        verdict = verdict_at(state, -1);
        if (verdict.effect && *verdict.effect < effect_) {
            sandbox.raise({"script.stronger_effect", {{"effect", std::string(model::effect_name(effect_))}}},
                          Message{"script.declare_the_strongest"});
        }
    });
    budget.take(sandbox);
    if (fault) {
        if (fault->place.line == 0) fault->place = place_;
        if (const auto shortage = sandbox.shortage())
            fault->what = judge_stopped(*shortage, limits_, control_, name());
        return {.outcome = model::Outcome::error, .fault = std::move(fault)};
    }
    Judgement judgement{.outcome = verdict.outcome, .severity = verdict.severity, .effect = verdict.effect};
    if (verdict.message) judgement.message = messages_[*verdict.message];
    return judgement;
}

}  // namespace cadran::script
