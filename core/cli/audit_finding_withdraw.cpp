// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_finding_withdraw(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_finding_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto done = app::withdraw_audit_finding(invocation.session(), *number, arguments.get("reason"));
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
