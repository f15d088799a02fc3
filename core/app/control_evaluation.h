// SPDX-License-Identifier: Apache-2.0
// One version of an accepted control over archived records, with its joins and its judge.
#pragma once

#include <vector>

#include "app/definitions.h"
#include "app/records.h"
#include "control/evaluation.h"

namespace cadran::app {

struct ControlInForce {
    const model::DefinitionVersion& version;  // of the plugin
    const PluginContent& plugin;
    const script::ControlDeclaration& declaration;
    std::vector<column::Scalar> values;  // of the parameters, in their order
};

// Judges the records of those days; the source's period holds them.
Result<control::Evaluation> evaluate_control(RecordSource& source, const calendar::Locality& locality,
                                             ControlInForce control, Date first, Date last,
                                             const HashKey& seed);

}  // namespace cadran::app
