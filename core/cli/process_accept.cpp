// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/definitions.h"

namespace cadran::cli {

Result<int> process_accept(Invocation& invocation) {
    return accept_definition(invocation, model::DefinitionKind::process);
}

}  // namespace cadran::cli
