// SPDX-License-Identifier: Apache-2.0
#include "app/evidence.h"
#include "cli/audit_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> export_evidence(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::ExportEvidence command{
        .scope = {.clause = arguments.get("clause"), .process = arguments.get("process")},
        .folder = invocation.path("DIR")};
    if (arguments.has("period")) {
        const auto period = arguments.period("period");
        if (!period) return tl::unexpected(period.error());
        command.scope.period = *period;
    }
    if (arguments.has("zip")) command.zip = invocation.path("zip");
    const auto exported = app::export_evidence(invocation.session(), command);
    if (!exported) return tl::unexpected(exported.error());
    Output& output = invocation.output();
    output.say({"cli.exported", {{"count", exported->files}, {"place", arguments.get("DIR")}}});
    if (!exported->found) output.say({"cli.no_evidence"});
    return exported->found ? exit_fine : exit_found;
}

}  // namespace cadran::cli
