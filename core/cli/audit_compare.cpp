// SPDX-License-Identifier: Apache-2.0
#include <ranges>

#include "app/audit_comparison.h"
#include "cli/audit_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_compare(Invocation& invocation) {
    const auto compared = app::compare_audits(invocation.session(), invocation.arguments().get("auditee"));
    if (!compared) return tl::unexpected(compared.error());
    Output& output = invocation.output();
    Table table{
        {{"auditee", {"cli.auditee"}}, {"audit", {"cli.audit"}, true}, {"finished", {"cli.final_report"}}},
        {}};
    for (const model::Severity level : model::all_severities | std::views::reverse)
        table.headings.push_back({std::string(model::severity_name(level)),
                                  {"cli.level_title", {{"level", model::severity_title(level)}}},
                                  true});
    table.headings.insert(table.headings.end(), {{"nonconformities", {"cli.compared_nonconformities"}, true},
                                                 {"new", {"cli.compared_new"}, true},
                                                 {"repeated", {"cli.compared_repeated"}, true},
                                                 {"worse", {"cli.compared_worse"}, true},
                                                 {"verified", {"cli.compared_verified"}, true},
                                                 {"open", {"cli.open"}, true}});
    for (const app::ComparedAudit& one : *compared) {
        std::vector<Cell> row{{output.catalogue().text(one.title), Json(one.auditee)},
                              {model::audit_name(one.number), Json(one.number)},
                              output.cell(one.finished)};
        for (const model::Severity level : model::all_severities | std::views::reverse)
            row.push_back(output.cell(one.levels.at(level)));
        for (const std::int64_t figure :
             {one.nonconformities, one.fresh, one.repeated, one.worse, one.verified, one.open})
            row.push_back(output.cell(figure));
        table.rows.push_back(std::move(row));
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
