// SPDX-License-Identifier: Apache-2.0
#include "app/audit_report.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_report(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto until = arguments.optional_date("argue-by");
    if (!until) return tl::unexpected(until.error());
    const auto done =
        app::issue_provisional_report(invocation.session(), {*number, *until, invocation.paths("received")});
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    invocation.output().say({"cli.argue_until", {{"date", *done->argue_by}}});
    return exit_fine;
}

}  // namespace cadran::cli
