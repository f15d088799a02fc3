// SPDX-License-Identifier: Apache-2.0
#include "app/risk_import.h"

#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

Result<app::ImportRisks> command_of(const Invocation& invocation) {
    app::ImportRisks command{invocation.path("FILE"), {}, invocation.arguments().has("untranslated")};
    Diagnostics faults;
    for (const std::string& column : invocation.arguments().all("column")) {
        const auto sign = column.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == column.size())
            faults.push_back({{}, {"cli.not_a_column", {{"value", column}}}, Message{"cli.column_form"}});
        else
            command.columns[column.substr(0, sign)] = column.substr(sign + 1);
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return command;
}

Table table_of(Output& output, const app::ImportedRisks& imported) {
    Table table{{{"process", {"cli.process"}},
                 {"added", {"cli.risks_added"}, true},
                 {"updated", {"cli.risks_updated"}, true},
                 {"unchanged", {"cli.risks_unchanged"}, true}},
                {}};
    for (const app::ImportedRisks::Draft& draft : imported.drafts) {
        table.rows.push_back({output.cell(draft.process), output.cell(std::int64_t{draft.added}),
                              output.cell(std::int64_t{draft.updated}),
                              output.cell(std::int64_t{draft.unchanged})});
    }
    return table;
}

}  // namespace

Result<int> risk_import(Invocation& invocation) {
    const auto command = command_of(invocation);
    if (!command) return tl::unexpected(command.error());
    const auto imported = app::import_risks(invocation.session(), *command);
    if (!imported) return tl::unexpected(imported.error());
    Output& output = invocation.output();
    for (const auto& [field, heading] : imported->columns)
        output.say({"cli.column_read", {{"field", field}, {"heading", heading}}});
    output.table(table_of(output, *imported));
    std::int64_t lost = 0;
    for (const auto& draft : imported->drafts) lost += draft.lost_comments;
    if (lost > 0) output.say({"cli.comments_lost", {{"count", lost}}});
    if (imported->same_residual > 0)
        output.say({"cli.same_residual", {{"count", std::int64_t{imported->same_residual}}}});
    if (imported->untranslated > 0)
        output.say({"cli.untranslated", {{"count", std::int64_t{imported->untranslated}}}});
    output.complain(imported->to_mend);
    return imported->to_mend.empty() ? exit_fine : exit_found;
}

}  // namespace cadran::cli
