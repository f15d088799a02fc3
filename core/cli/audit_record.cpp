// SPDX-License-Identifier: Apache-2.0
#include "app/audit_external.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_record(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto from = arguments.date("from"), to = arguments.date("to");
    if (!from) return tl::unexpected(from.error());
    if (!to) return tl::unexpected(to.error());
    const auto done = app::record_audit(
        invocation.session(), {arguments.get("auditor"), arguments.get("scope"), arguments.get("references"),
                               *from, *to, arguments.all("contact")});
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
