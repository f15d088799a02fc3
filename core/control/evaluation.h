// SPDX-License-Identifier: Apache-2.0
// One version of a control over the records of the days on which it was in force.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/progress.h"
#include "control/faults.h"
#include "expression/batch_sieve.h"
#include "model/run.h"
#include "record/dataset.h"
#include "script/judge.h"
#include "script/plugin.h"

namespace cadran::control {

// Records for which the clauses lack the same values.
struct NotChecked {
    std::vector<std::string> lacking;  // what is missing, as expression::Choice names it
    std::vector<std::string> records;  // their keys, in the order of the records
};

struct Evaluation {
    model::ControlResult result;
    std::vector<model::Finding> findings;  // failures, and errors, which are nobody's pass
    Diagnostics faults;  // of the plugin, for records it could not judge; as Faults keeps them
    std::vector<NotChecked> not_checked;  // where they are told, sorted by what they lack
};

// Takes findings in the order that they have in the evaluation, each with bytes that are in that order; it
// may move from them.
using TakeFinding = std::function<void(std::string_view order, model::Finding& finding)>;

// What was found among some of the records of an evaluation, or all of them, besides the findings.
struct Judged {
    model::ControlResult result;  // without its strata
    std::vector<expression::Stratum> strata = {};
    Faults faults = {};
    std::vector<NotChecked> not_checked = {};

    // What was found among other records, but for the names of those that are not checked.
    void count(Judged&& others);
};

// Of all records.
Evaluation whole(Judged judged, std::vector<model::Finding> findings = {});

// What one evaluation works with; all of it is of the same version.
struct Assignment {
    const script::ControlDeclaration& control;
    model::ControlVersion version;
    std::vector<column::Scalar> values;  // of the parameters, in their order
    Date first;
    Date last;
    HashKey seed = {};              // of samples
    bool collects_evidence = true;  // of findings, which have an identifier then
    // Records that are not checked; those that are but counted take no memory.
    expression::Unchecked unchecked = expression::Unchecked::told;
};

// As a run keeps them.
std::vector<model::Stratum> strata_of(std::span<const expression::Stratum> strata);

// Judges the records of the days that the query selects, or its groups; one of them each that touches the
// days. Records lie behind the days too where the query looks back.
Evaluation evaluate(const Assignment& assignment, const record::Dataset& records,
                    const expression::Evaluator& conditions, script::Judge& judge);

}  // namespace cadran::control
