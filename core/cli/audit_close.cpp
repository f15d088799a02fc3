// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_close(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto done = app::close_audit(invocation.session(), *number);
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
