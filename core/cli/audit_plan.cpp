// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_plan(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto from = arguments.date("from"), to = arguments.date("to");
    const auto facts = pairs(arguments, "fact");
    if (!from) return tl::unexpected(from.error());
    if (!to) return tl::unexpected(to.error());
    if (!facts) return tl::unexpected(facts.error());
    const auto done =
        app::plan_audit(invocation.session(), {arguments.get("checklist"), arguments.get("auditee"),
                                               arguments.get("scope"), arguments.get("references"), *from,
                                               *to, arguments.all("team"), arguments.all("contact"), *facts});
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
