// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/finding_state.h"
#include "cli/findings.h"

namespace cadran::cli {

Result<int> finding_list(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto state = finding_state(arguments, std::nullopt);
    if (!state) return tl::unexpected(state.error());
    const auto period = optional_period(arguments);
    if (!period) return tl::unexpected(period.error());
    const auto findings = app::list_findings(invocation.session(), {.process = arguments.get("PROCESS"),
                                                                    .state = *state,
                                                                    .control = arguments.get("control"),
                                                                    .period = *period,
                                                                    .ungrouped = arguments.has("ungrouped")});
    if (!findings) return tl::unexpected(findings.error());
    print_findings(invocation.output(), *findings);
    return exit_fine;
}

}  // namespace cadran::cli
