// SPDX-License-Identifier: Apache-2.0
// `checklist "delegate-audit" { … }` → a checklist.
#pragma once

#include <optional>

#include "script/declaration.h"
#include "script/declared_population.h"
#include "script/plugin.h"

namespace cadran::script {

// Adds its faults; nothing is returned where something is faulty.
std::optional<ChecklistDeclaration> read_checklist(const Declaration& declaration, const std::string& plugin,
                                                   const KnownRecords& records, Diagnostics& faults);

}  // namespace cadran::script
