// SPDX-License-Identifier: Apache-2.0
#include "script/grader.h"

#include <stdexcept>

#include "script/stopped.h"

namespace cadran::script {

namespace {

Row row_of(const char* kind, const NamedScalars& values) {
    std::vector<std::string> names;
    for (const auto& [name, value] : values) names.push_back(name);
    return {kind, std::move(names), [&values](std::size_t index) { return values[index].second; }};
}

}  // namespace

Grader::Grader(const PluginFiles& files, const Plugin& plugin, const std::string& checklist,
               const Limits& limits)
    : checklist_(checklist), limits_(limits), budget_(limits) {
    const ChecklistDeclaration* declaration = plugin.find_checklist(checklist);
    if (declaration == nullptr) throw std::out_of_range("no checklist " + checklist);
    has_judge_ = declaration->has_judge;
    place_ = declaration->place;
    script_.file = place_.file;
    script_.source = files.at(declaration->path);
    for (const auto& [id, text] : declaration->checklist.messages) script_.messages.push_back(id);
}

std::optional<Grade> Grader::grade(const std::string& name, const NamedScalars& item,
                                   const NamedScalars& facts) {
    if (!has_judge_) return {};
    if (const auto shortage = budget_.shortage()) {
        return Grade{.fault = Diagnostic{place_, run_ended(*shortage, limits_, checklist_, name),
                                         Message{"script.do_less"}}};
    }
    const Row subject = row_of("item", item), known = row_of("facts", facts);
    const JudgeArguments arguments{subject, known};
    const Limits limits = budget_.remaining(limits_);
    Ruling ruling =
        worker_ ? worker_->rule(script_, arguments, limits) : rule(script_, arguments, limits, nullptr);
    budget_.take(ruling.fuel, ruling.time);
    if (ruling.fault || ruling.breakdown)
        return Grade{.fault = fault_of(std::move(ruling), {place_, limits_, checklist_, name})};
    return Grade{ruling.verdict.severity, script_.messages[*ruling.verdict.message], {}};
}

}  // namespace cadran::script
