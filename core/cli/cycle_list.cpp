// SPDX-License-Identifier: Apache-2.0
#include "app/cycle.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> cycle_list(Invocation& invocation) {
    const auto cycles = app::list_cycles(invocation.session());
    if (!cycles) return tl::unexpected(cycles.error());
    Output& output = invocation.output();
    Table table{{{"process", {"cli.process"}},
                 {"turn", {"cli.turn"}, true},
                 {"period", {"cli.period"}},
                 {"stage", {"cli.stage"}},
                 {"obstacles", {"cli.obstacles"}, true},
                 {"open_actions", {"cli.open_actions"}, true},
                 {"overdue_actions", {"cli.overdue_actions"}, true}},
                {}};
    for (const app::ShownCycle& shown : *cycles) {
        table.rows.push_back({output.cell(shown.cycle.process),
                              output.cell(std::int64_t{shown.cycle.number}),
                              output.cell(shown.cycle.period.text()),
                              {output.catalogue().text(model::stage_title(shown.cycle.stage)),
                               model::stage_name(shown.cycle.stage)},
                              output.cell(std::ssize(shown.obstacles)),
                              output.cell(shown.open_actions),
                              output.cell(shown.overdue_actions)});
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
