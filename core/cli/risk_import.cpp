// SPDX-License-Identifier: Apache-2.0
#include "app/risk_import.h"

#include "cli/command.h"
#include "cli/commands.h"
#include "cli/register_columns.h"

namespace cadran::cli {

namespace {

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
    const auto columns = register_columns(invocation.arguments());
    if (!columns) return tl::unexpected(columns.error());
    const app::ImportRisks command{invocation.path("FILE"), *columns,
                                   invocation.arguments().has("untranslated")};
    const auto imported = app::import_risks(invocation.session(), command);
    if (!imported) return tl::unexpected(imported.error());
    Output& output = invocation.output();
    say_columns(output, imported->columns);
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
