// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/definitions.h"

namespace cadran::cli {

Result<int> plugin_diff(Invocation& invocation) {
    return compare_versions(invocation, model::DefinitionKind::plugin);
}

}  // namespace cadran::cli
