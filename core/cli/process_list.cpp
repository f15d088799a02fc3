// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/versions.h"

namespace cadran::cli {

Result<int> process_list(Invocation& invocation) {
    return print_versions(invocation.output(), app::list_processes(invocation.session()));
}

}  // namespace cadran::cli
