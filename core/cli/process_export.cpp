// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/definitions.h"

namespace cadran::cli {

Result<int> process_export(Invocation& invocation) {
    return export_version(invocation, model::DefinitionKind::process);
}

}  // namespace cadran::cli
