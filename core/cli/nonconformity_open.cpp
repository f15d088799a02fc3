// SPDX-License-Identifier: Apache-2.0
#include "app/nonconformity.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/finding_state.h"

namespace cadran::cli {

Result<int> nonconformity_open(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto period = optional_period(arguments);
    if (!period) return tl::unexpected(period.error());
    const auto opened =
        app::open_nonconformity(invocation.session(), {.process = arguments.get("PROCESS"),
                                                       .title = arguments.get("title"),
                                                       .requirement = arguments.get("requirement"),
                                                       .extent = arguments.get("extent"),
                                                       .findings = arguments.all("finding"),
                                                       .control = arguments.get("control"),
                                                       .period = *period});
    if (!opened) return tl::unexpected(opened.error());
    invocation.output().say(
        {"cli.nonconformity_opened", {{"number", opened->number}, {"count", std::ssize(opened->findings)}}});
    return exit_fine;
}

}  // namespace cadran::cli
