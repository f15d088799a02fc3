// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/turn.h"

namespace cadran::cli {

Result<int> cycle_plan(Invocation& invocation) {
    return turn_into(invocation, model::Stage::execute);
}

}  // namespace cadran::cli
