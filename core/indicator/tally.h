// SPDX-License-Identifier: Apache-2.0
// Counts the records of a measure: those it is about, and those of them that meet its condition.
#pragma once

#include <vector>

#include "expression/evaluator.h"
#include "model/finding.h"
#include "record/dataset.h"
#include "script/plugin.h"

namespace cadran::indicator {

struct Tally {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    std::int64_t excluded = 0;  // a condition was unknown, or a join ambiguous: in neither figure
    std::vector<model::Subject> exceptions;  // in the denominator only, in order of arrival
};

// Over the records whose event date lies from first to last, both included.
Tally tally(const script::MeasureDeclaration& measure, const record::Dataset& records,
            expression::Evaluator& conditions, Date first, Date last);

}  // namespace cadran::indicator
