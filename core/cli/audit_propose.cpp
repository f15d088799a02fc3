// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

Cell finding_cell(std::int64_t number) {
    return number == 0 ? Cell{"–", {}} : Cell{model::audit_finding_name(number), Json(number)};
}

}  // namespace

Result<int> audit_propose(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto levels = app::propose_levels(invocation.session(), *number);
    if (!levels) return tl::unexpected(levels.error());
    Output& output = invocation.output();
    Table table{{{"item", {"cli.item"}},
                 {"title", {"cli.title"}},
                 {"level", {"cli.level"}},
                 {"reason", {"cli.reason"}},
                 {"repeats", {"cli.repeats"}},
                 {"finding", {"cli.audit_finding"}}},
                {}};
    Diagnostics faults;
    for (const app::ProposedLevel& one : *levels) {
        table.rows.push_back({output.cell(one.proposal.item), output.cell(one.item),
                              level_cell(output, one.proposal.level), output.cell(one.reason),
                              finding_cell(one.repeats), finding_cell(one.finding)});
        if (one.proposal.fault) faults.push_back(*one.proposal.fault);
    }
    output.table(table);
    output.complain(faults);
    if (!faults.empty()) return exit_not_judged;
    return levels->empty() ? exit_fine : exit_found;
}

}  // namespace cadran::cli
