// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_finding_verify(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_finding_number(arguments);
    if (!number) return tl::unexpected(number.error());
    if (arguments.has("resolved") == arguments.has("open"))
        return invalid(Message{"cli.resolved_or_open"}, Message{"cli.resolved_or_open_is"});
    const auto done = app::verify_audit_finding(invocation.session(), *number, arguments.has("resolved"),
                                                arguments.get("comment"));
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
