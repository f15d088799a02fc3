// SPDX-License-Identifier: Apache-2.0
#include "app/worklist_sheet.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/finding_state.h"

namespace cadran::cli {

Result<int> worklist_export(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto period = optional_period(arguments);
    if (!period) return tl::unexpected(period.error());
    const auto count = app::export_worklist(
        invocation.session(),
        {.period = *period, .mine = arguments.has("mine"), .overdue = arguments.has("overdue")},
        invocation.path("FILE"));
    if (!count) return tl::unexpected(count.error());
    invocation.output().say({"cli.worklist_exported", {{"count", *count}, {"file", arguments.get("FILE")}}});
    return exit_fine;
}

}  // namespace cadran::cli
