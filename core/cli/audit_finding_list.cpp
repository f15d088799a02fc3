// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_finding_list(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::AuditFindingQuery query{0, arguments.get("auditee"), arguments.has("open"),
                                 arguments.has("overdue")};
    if (arguments.has("AUDIT")) {
        const auto number = audit_number(arguments);
        if (!number) return tl::unexpected(number.error());
        query.audit = *number;
    }
    const auto listed = app::list_audit_findings(invocation.session(), query);
    if (!listed) return tl::unexpected(listed.error());
    print_audit_findings(invocation.output(), *listed);
    const auto overdue = std::ranges::count(*listed, true, &app::ListedAuditFinding::overdue);
    if (overdue == 0) return exit_fine;
    invocation.output().say({"cli.audit_findings_overdue", {{"count", std::int64_t{overdue}}}});
    return exit_found;
}

}  // namespace cadran::cli
