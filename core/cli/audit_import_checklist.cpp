// SPDX-License-Identifier: Apache-2.0
#include "app/audit_checklist.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

// `conforming; read; three months are missing; incomplete`
std::string said(const Output& output, const model::Assessment& assessment) {
    std::vector<std::string> parts;
    for (const auto& [criterion, conformity] : assessment.verdicts)
        parts.push_back(
            fmt::format("{} = {}", criterion, output.catalogue().text(model::conformity_title(conformity))));
    for (const std::string& text : {assessment.method, assessment.result, assessment.conclusion}) {
        if (!text.empty()) parts.push_back(text);
    }
    return fmt::format("{}", fmt::join(parts, "; "));
}

void print_conflicts(Output& output, const std::vector<app::ChecklistConflict>& conflicts) {
    Table table{{{"item", {"cli.item"}},
                 {"in_file", {"cli.in_file"}},
                 {"in_system", {"cli.in_system"}},
                 {"started_from", {"cli.started_from"}}},
                {}};
    for (const app::ChecklistConflict& one : conflicts) {
        table.rows.push_back({output.cell(one.item), output.cell(said(output, one.in_file)),
                              output.cell(said(output, one.in_system)),
                              output.cell(said(output, one.started_from))});
    }
    output.table(table);
}

}  // namespace

Result<int> audit_import_checklist(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto done =
        app::import_checklist(invocation.session(), {invocation.path("FILE"), arguments.has("file-wins")});
    if (!done) return tl::unexpected(done.error());
    Output& output = invocation.output();
    output.say({"cli.items_assessed", {{"count", std::ssize(done->assessed)}}});
    if (done->conflicts.empty()) return exit_fine;
    print_conflicts(output, done->conflicts);
    output.say({arguments.has("file-wins") ? "cli.conflicts_file_won" : "cli.conflicts_left",
                {{"count", std::ssize(done->conflicts)}}});
    return exit_found;
}

}  // namespace cadran::cli
