// SPDX-License-Identifier: Apache-2.0
#include "app/audit_report.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> export_audit(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto files = app::export_audit(invocation.session(), *number, invocation.path("to"));
    if (!files) return tl::unexpected(files.error());
    invocation.output().say(
        {"cli.exported", {{"count", std::ssize(*files)}, {"place", arguments.get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
