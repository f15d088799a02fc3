// SPDX-License-Identifier: Apache-2.0
#include "control/evaluation.h"

namespace cadran::control {

namespace {

using model::Outcome;

// Every value of the record that may be shown, then the parameters.
std::vector<model::Evidence> evidence_of(const Assignment& assignment, const column::RecordBatch& batch,
                                         std::size_t row) {
    std::vector<model::Evidence> evidence;
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        const column::Field& field = batch.schema->field(i);
        if (field.type != column::Type::secret && batch.has(row, i))
            evidence.push_back({field.name, batch.scalar(row, i)});
    }
    for (std::size_t i = 0; i < assignment.values.size(); ++i) {
        evidence.push_back({assignment.control.control.parameters[i].name, assignment.values[i]});
    }
    return evidence;
}

model::Finding finding_of(const Assignment& assignment, const model::RecordType& type,
                          const column::RecordBatch& batch, std::size_t row,
                          const script::Judgement& judgement) {
    const model::Control& control = assignment.control.control;
    model::Finding finding;
    finding.control = assignment.version;
    finding.subjects = {{type.name, column::plain_text(batch.scalar(row, type.key))}};
    finding.id = model::finding_id(control.id, finding.subjects);
    finding.event_date = std::get<Date>(batch.scalar(row, type.event_date));
    if (type.handler) finding.handler = column::plain_text(batch.scalar(row, *type.handler));
    finding.outcome = judgement.outcome;
    finding.effect = control.effect;
    finding.severity = judgement.severity.value_or(control.severity);
    finding.evidence = evidence_of(assignment, batch, row);
    finding.message = judgement.message.value_or("");
    return finding;
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

// Conditions first, the judge only on what they select.
script::Judgement judged(const column::RecordBatch& batch, std::size_t row, expression::Evaluator& conditions,
                         script::Judge& judge, model::ControlResult& result) {
    if (const Done joined = conditions.go_to(batch, row); !joined) {
        ++result.selected;
        return {.outcome = Outcome::error, .fault = joined.error().diagnostics.front()};
    }
    switch (conditions.where()) {
        case expression::Truth::no: return {.outcome = Outcome::pass};
        case expression::Truth::unknown: return {.outcome = Outcome::not_checked};
        case expression::Truth::yes: break;
    }
    ++result.selected;
    return judge.judge(batch, row);
}

}  // namespace

Evaluation evaluate(const Assignment& assignment, const record::Dataset& records,
                    expression::Evaluator& conditions, script::Judge& judge) {
    Evaluation evaluation{empty_result(assignment), {}, {}};
    records.for_each(assignment.first, assignment.last, [&](const auto& batch, std::size_t row) {
        model::ControlResult& result = evaluation.result;
        ++result.population;
        const std::int64_t selected_before = result.selected;
        const script::Judgement judgement = judged(*batch, row, conditions, judge, result);
        const bool selected = result.selected > selected_before;
        // A record that the conditions leave out passes no judgement and is in no count but the population.
        if (!selected && judgement.outcome == Outcome::pass) return;
        result.count(judgement.outcome);
        if (judgement.fault) evaluation.faults.push_back(*judgement.fault);
        if (judgement.outcome == Outcome::fail || judgement.outcome == Outcome::error) {
            evaluation.findings.push_back(finding_of(assignment, records.type(), *batch, row, judgement));
        }
    });
    return evaluation;
}

}  // namespace cadran::control
