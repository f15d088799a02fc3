// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_finding_resolve(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_finding_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto on = arguments.optional_date("on");
    if (!on) return tl::unexpected(on.error());
    app::ResolveAuditFinding command{*number, arguments.get("comment"), {}, *on};
    command.evidence = invocation.paths("evidence");
    const auto done = app::resolve_audit_finding(invocation.session(), command);
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
