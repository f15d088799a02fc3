// SPDX-License-Identifier: Apache-2.0
#include "audit/applicability.h"

#include <algorithm>

#include "expression/evaluator.h"

namespace cadran::audit {

namespace {

// The facts and what was found of each item, as one record.
column::RecordBatch record_of(const script::ChecklistDeclaration& checklist,
                              const std::vector<column::Scalar>& facts,
                              const std::vector<model::Assessment>& assessments) {
    std::vector<column::Scalar> record = facts;
    for (const model::ChecklistItem& item : checklist.checklist.items) {
        const auto found = std::ranges::find(assessments, item.id, &model::Assessment::item);
        const model::Conformity conformity =
            found == assessments.end() ? model::Conformity::not_checked : found->conformity();
        record.emplace_back(std::string(model::conformity_name(conformity)));
    }
    column::RecordBatch batch(checklist.schema);
    batch.append(record, 1);
    return batch;
}

}  // namespace

std::vector<const model::ChecklistItem*> applicable_items(const script::ChecklistDeclaration& checklist,
                                                          const std::vector<column::Scalar>& facts,
                                                          const std::vector<model::Assessment>& assessments,
                                                          const calendar::Locality& locality) {
    const column::RecordBatch batch = record_of(checklist, facts, assessments);
    expression::Evaluator evaluator(checklist.query, {}, locality);
    const bool is_sound = evaluator.go_to(batch, 0).has_value();
    std::vector<const model::ChecklistItem*> items;
    for (const model::ChecklistItem& item : checklist.checklist.items) {
        const auto condition = checklist.conditions.find(item.id);
        const bool applies = !is_sound || condition == checklist.conditions.end() ||
                             evaluator.truth(condition->second) != expression::Truth::no;
        if (applies) items.push_back(&item);
    }
    return items;
}

}  // namespace cadran::audit
