// SPDX-License-Identifier: Apache-2.0
#include "app/nonconformity.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> nonconformity_list(Invocation& invocation) {
    const auto listed =
        app::list_nonconformities(invocation.session(), invocation.arguments().get("PROCESS"));
    if (!listed) return tl::unexpected(listed.error());
    Output& output = invocation.output();
    Table table{{{"number", {"cli.number"}, true},
                 {"process", {"cli.process"}},
                 {"title", {"cli.title"}},
                 {"findings", {"cli.findings"}, true},
                 {"by", {"cli.account"}},
                 {"at", {"cli.time"}}},
                {}};
    for (const model::Nonconformity& one : *listed) {
        table.rows.push_back({output.cell(one.number), output.cell(one.process), output.cell(one.title),
                              output.cell(std::ssize(one.findings)), output.cell(one.by),
                              output.cell(iso_text(one.at))});
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
