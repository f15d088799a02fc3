// SPDX-License-Identifier: Apache-2.0
// The sheet of a process as what stands in the cells of its table.
#pragma once

#include "definition/process_fields.h"
#include "model/process.h"

namespace cadran::definition {

TableContent process_content(const model::Process& process);

}  // namespace cadran::definition
