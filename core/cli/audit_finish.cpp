// SPDX-License-Identifier: Apache-2.0
#include "app/audit_report.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_finish(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto done =
        app::issue_final_report(invocation.session(), {*number, {}, invocation.paths("received")});
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
