// SPDX-License-Identifier: Apache-2.0
#include "control/evaluation.h"

#include "control/judging.h"
#include "expression/batch_selector.h"

namespace cadran::control {

Evaluation evaluate(const Assignment& assignment, const record::Dataset& records,
                    const expression::Evaluator& conditions, script::Judge& judge) {
    const model::RecordType& type = records.type();
    const Days days(assignment, type.event_date, conditions.locality().region);
    expression::BatchSelector selector(conditions, type.key, assignment.seed, assignment.unchecked);
    std::vector<expression::Part> parts;
    std::int64_t population = 0;
    records.for_each_batch([&](const auto& batch, std::span<const std::uint8_t> latest) {
        population += days.parts_of(*batch, latest, parts);
        selector.add(batch, parts);
    });
    std::vector<model::Finding> findings;
    const auto take = [&](std::string_view, model::Finding& finding) {
        findings.push_back(std::move(finding));
    };
    Judged judged = judge_selected(assignment, type, judge, selector.finish(), population, {}, take);
    return whole(std::move(judged), std::move(findings));
}

}  // namespace cadran::control
