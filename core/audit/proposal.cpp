// SPDX-License-Identifier: Apache-2.0
#include "audit/proposal.h"

namespace cadran::audit {

namespace {

using model::Audit;
using model::ChecklistItem;
using model::Conformity;

column::Scalar text_of(Conformity conformity) {
    return std::string(model::conformity_name(conformity));
}

bool is_as_it_should_be(const ChecklistItem& item, const Audit& audit) {
    const model::Assessment* found = audit.assessment(item.id);
    if (found != nullptr && found->conformity() == Conformity::nonconforming) return false;
    const model::Piece* piece = audit.piece(item.id);
    if (!item.is_piece || piece == nullptr) return true;
    return piece->is_delivered() && !piece->days_late();
}

script::NamedScalars subject(const ChecklistItem& item, const model::Checklist& checklist, const Audit& audit,
                             std::int64_t repeats) {
    const model::Assessment* found = audit.assessment(item.id);
    const model::Piece* piece = audit.piece(item.id);
    script::NamedScalars values{{"id", item.id},
                                {"domain", item.domain},
                                {"weight", std::int64_t{item.weight}},
                                {"is_piece", item.is_piece},
                                {"delivered", piece != nullptr && piece->is_delivered()},
                                {"repeats", repeats}};
    const auto late = piece == nullptr ? std::nullopt : piece->days_late();
    values.emplace_back("late_days", late ? column::Scalar(*late) : column::Scalar());
    if (!item.is_piece) {
        values.emplace_back("answer",
                            text_of(found == nullptr ? Conformity::not_checked : found->conformity()));
        return values;
    }
    for (const model::Criterion& criterion : checklist.criteria) {
        values.emplace_back(criterion.id,
                            text_of(found == nullptr ? Conformity::not_checked : found->of(criterion.id)));
    }
    return values;
}

}  // namespace

std::vector<Proposal> propose(script::Grader& grader, const model::Checklist& checklist,
                              const std::vector<const ChecklistItem*>& items,
                              const std::vector<column::Scalar>& facts, const Audit& audit,
                              const std::map<std::string, std::int64_t>& repeats) {
    script::NamedScalars known;
    for (std::size_t i = 0; i < checklist.facts.size(); ++i)
        known.emplace_back(checklist.facts[i].name, facts[i]);
    std::vector<Proposal> proposals;
    for (const ChecklistItem* item : items) {
        if (is_as_it_should_be(*item, audit)) continue;
        const auto again = repeats.find(item->id);
        const auto grade = grader.grade(
            item->id, subject(*item, checklist, audit, again == repeats.end() ? 0 : again->second), known);
        if (grade)
            proposals.push_back({item->id, grade->level, grade->message, grade->fault});
        else
            proposals.push_back({.item = item->id});
    }
    return proposals;
}

}  // namespace cadran::audit
