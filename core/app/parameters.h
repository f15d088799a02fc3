// SPDX-License-Identifier: Apache-2.0
// Declarations of plugins as use cases look at them: their parameters with the values that a process gives
// them, and their words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/catalogue.h"
#include "base/result.h"
#include "model/finding.h"
#include "script/plugin.h"

namespace cadran::app {

// A value for each parameter, in their order: what is set, else the default. Fails on unknown names and on
// values that do not fit type or range, all at once.
Result<std::vector<column::Scalar>> parameter_values(
    const std::vector<model::Parameter>& parameters,
    const std::vector<std::pair<std::string, std::string>>& set);
// The same texts with what people leave out on a command line: `800` of an amount in euros is `800 EUR`, `10`
// of a duration in days `10 days`.
std::vector<std::pair<std::string, std::string>> with_units(
    const std::vector<model::Parameter>& parameters, std::vector<std::pair<std::string, std::string>> set);
std::vector<column::Scalar> default_values(const std::vector<model::Parameter>& parameters);

// Which records the control selects, in words.
std::string population_in_words(const script::ControlDeclaration& control,
                                const std::vector<column::Scalar>& values, const Catalogue& catalogue);

// What the control says of a finding, filled with its evidence.
std::string message_text(const script::ControlDeclaration& control, const model::Finding& finding,
                         const Catalogue& catalogue);

}  // namespace cadran::app
