// SPDX-License-Identifier: Apache-2.0
// `record "claim" { … }` → a record type.
#pragma once

#include "model/record_type.h"
#include "script/declaration.h"

namespace cadran::script {

// Adds its faults; what it returns is of use only where it added none.
model::RecordType read_record(const Declaration& declaration, Diagnostics& faults);

}  // namespace cadran::script
