// SPDX-License-Identifier: Apache-2.0
#include "app/import.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> import_list(Invocation& invocation) {
    const auto listed = app::list_imports(invocation.session(), invocation.arguments().get("TYPE"));
    if (!listed) return tl::unexpected(listed.error());
    Output& output = invocation.output();
    Table table{{{"number", {"cli.number"}, true},
                 {"type", {"cli.type"}},
                 {"first_event", {"cli.first_date"}},
                 {"last_event", {"cli.last_date"}},
                 {"accepted", {"cli.lines_accepted"}, true},
                 {"rejected", {"cli.lines_rejected"}, true},
                 {"file", {"cli.file"}},
                 {"by", {"cli.account"}},
                 {"at", {"cli.time"}},
                 {"sha256", {"cli.digest"}},
                 {"purged_at", {"cli.purged_at"}},
                 {"purged_by", {"cli.purged_by"}},
                 {"retention", {"cli.retention"}},
                 {"reason", {"cli.reason"}}},
                {}};
    for (const model::Import& one : *listed) {
        const auto& purged = one.purged;
        table.rows.push_back(
            {output.cell(one.number), output.cell(one.type),
             one.first_event ? output.cell(*one.first_event) : Cell{},
             one.last_event ? output.cell(*one.last_event) : Cell{}, output.cell(one.accepted),
             output.cell(one.rejected), output.cell(one.file_name), output.cell(one.by),
             output.cell(iso_text(one.at)), output.cell(one.received.hex()),
             purged ? output.cell(iso_text(purged->at)) : Cell{}, purged ? output.cell(purged->by) : Cell{},
             purged ? output.cell(model::text_of(purged->retention)) : Cell{},
             purged ? output.cell(purged->reason) : Cell{}});
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
