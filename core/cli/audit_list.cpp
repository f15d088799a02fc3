// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/choice.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_list(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::AuditQuery query{arguments.get("auditee"), {}, arguments.has("open")};
    if (arguments.has("state")) {
        const auto state = choice(arguments, "state", model::all_audit_states, model::audit_state_name);
        if (!state) return tl::unexpected(state.error());
        query.state = *state;
    }
    const auto listed = app::list_audits(invocation.session(), query);
    if (!listed) return tl::unexpected(listed.error());
    Output& output = invocation.output();
    Table table{{{"audit", {"cli.audit"}, true},
                 {"subject", {"cli.kind"}},
                 {"auditee", {"cli.auditee"}},
                 {"from", {"cli.from"}},
                 {"to", {"cli.to"}},
                 {"lead", {"cli.lead_auditor"}},
                 {"state", {"cli.state"}},
                 {"late_pieces", {"cli.late_pieces"}, true},
                 {"findings", {"cli.audit_findings"}, true},
                 {"open", {"cli.open"}, true},
                 {"overdue", {"cli.overdue"}, true}},
                {}};
    for (const app::ListedAudit& one : *listed) {
        const model::Audit& audit = one.audit;
        table.rows.push_back({{model::audit_name(audit), Json(audit.number)},
                              {output.catalogue().text(model::audit_subject_title(audit.subject)),
                               Json(model::audit_subject_name(audit.subject))},
                              {output.catalogue().text(one.auditee), Json(audit.auditee)},
                              output.cell(audit.from),
                              output.cell(audit.to),
                              output.cell(audit.team.front()),
                              {output.catalogue().text(model::audit_state_title(audit.state)),
                               Json(model::audit_state_name(audit.state))},
                              output.cell(one.late_pieces),
                              output.cell(one.findings),
                              output.cell(one.open),
                              output.cell(one.overdue)});
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
