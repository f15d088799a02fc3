// SPDX-License-Identifier: Apache-2.0
// What `cycle plan`, `cycle check` and `cycle act` have in common: they take the turn into a stage and say
// so.
#pragma once

#include "cli/invocation.h"
#include "model/cycle.h"

namespace cadran::cli {

Result<int> turn_into(Invocation& invocation, model::Stage stage);

}  // namespace cadran::cli
