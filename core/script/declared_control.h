// SPDX-License-Identifier: Apache-2.0
// `control "over-threshold" { … }` → a control, `indicator "…" { … }` → a measure.
#pragma once

#include "script/declared_population.h"
#include "script/plugin.h"

namespace cadran::script {

// They add their faults; none is returned where something is faulty.
std::optional<ControlDeclaration> read_control(const Declaration& declaration, const std::string& plugin,
                                               const KnownRecords& records, Diagnostics& faults);
std::optional<MeasureDeclaration> read_measure(const Declaration& declaration, const std::string& plugin,
                                               const KnownRecords& records, Diagnostics& faults);

}  // namespace cadran::script
