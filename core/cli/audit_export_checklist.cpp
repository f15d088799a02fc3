// SPDX-License-Identifier: Apache-2.0
#include "app/audit_checklist.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_export_checklist(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const Done done = app::export_checklist(invocation.session(), *number, invocation.path("to"));
    if (!done) return tl::unexpected(done.error());
    invocation.output().say({"cli.exported", {{"count", std::int64_t{1}}, {"place", arguments.get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
