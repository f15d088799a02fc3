// SPDX-License-Identifier: Apache-2.0
#include "report/audit_answers.h"

#include <algorithm>

namespace cadran::report {

namespace {

// Of those that `one` judges.
bool agrees(const model::Assessment& one, const model::Assessment& other) {
    return std::ranges::all_of(one.verdicts, [&](const model::CriterionVerdict& verdict) {
        return other.of(verdict.criterion) == verdict.conformity;
    });
}

}  // namespace

bool says_the_same(const model::Assessment& one, const model::Assessment& other) {
    return one.method == other.method && one.result == other.result && one.conclusion == other.conclusion &&
           agrees(one, other) && agrees(other, one);
}

bool AnsweredItem::is_changed() const {
    return !says_the_same(says, started_from);
}

}  // namespace cadran::report
