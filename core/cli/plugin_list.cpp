// SPDX-License-Identifier: Apache-2.0
#include "app/plugin.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/versions.h"

namespace cadran::cli {

Result<int> plugin_list(Invocation& invocation) {
    return print_versions(invocation.output(), app::list_plugins(invocation.session()));
}

}  // namespace cadran::cli
