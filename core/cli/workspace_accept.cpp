// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/definitions.h"

namespace cadran::cli {

Result<int> workspace_accept(Invocation& invocation) {
    return accept_definition(invocation, model::DefinitionKind::workspace);
}

}  // namespace cadran::cli
