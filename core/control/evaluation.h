// SPDX-License-Identifier: Apache-2.0
// One version of a control over the records of the days on which it was in force.
#pragma once

#include <vector>

#include "base/progress.h"
#include "expression/evaluator.h"
#include "model/run.h"
#include "record/dataset.h"
#include "script/judge.h"
#include "script/plugin.h"

namespace cadran::control {

struct Evaluation {
    model::ControlResult result;
    std::vector<model::Finding> findings;  // failures, and errors, which are nobody's pass
    Diagnostics faults;                    // of the plugin, one for each record it could not judge
};

// What one evaluation works with; all of it is of the same version.
struct Assignment {
    const script::ControlDeclaration& control;
    model::ControlVersion version;
    std::vector<column::Scalar> values;  // of the parameters, in their order
    Date first;
    Date last;
};

// Evaluates the conditions on every record of the days, and judges those that satisfy them.
Evaluation evaluate(const Assignment& assignment, const record::Dataset& records,
                    expression::Evaluator& conditions, script::Judge& judge);

}  // namespace cadran::control
