// SPDX-License-Identifier: Apache-2.0
#include "app/reservation.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

// `7,5` of 450 minutes: one digit is enough for a plan.
Cell hours_cell(const Output& output, std::int64_t minutes) {
    const Decimal value = Decimal::ratio(minutes, 60, 1);
    return {output.catalogue().decimal(value), Json(plain_text(value))};
}

}  // namespace

Result<int> worklist_workload(Invocation& invocation) {
    const auto loads = app::workload(invocation.session());
    if (!loads) return tl::unexpected(loads.error());
    Output& output = invocation.output();
    Table table{{{"control", {"cli.control"}},
                 {"person", {"cli.person"}},
                 {"files", {"cli.files"}, true},
                 {"overdue", {"cli.overdue"}, true},
                 {"minutes", {"cli.minutes"}, true},
                 {"hours", {"cli.hours"}, true},
                 {"without_minutes", {"cli.without_minutes"}, true}},
                {}};
    std::int64_t files = 0, minutes = 0;
    for (const app::Workload& load : *loads) {
        files += load.files;
        minutes += load.minutes;
        table.rows.push_back({{output.catalogue().text(load.title), Json(load.control)},
                              output.cell(load.person),
                              output.cell(load.files),
                              output.cell(load.overdue),
                              output.cell(load.minutes),
                              hours_cell(output, load.minutes),
                              output.cell(load.unknown)});
    }
    output.table(table);
    if (output.format() == Format::table)
        output.say({"cli.workload_total",
                    {{"count", files}, {"minutes", minutes}, {"hours", Decimal::ratio(minutes, 60, 1)}}});
    return exit_fine;
}

}  // namespace cadran::cli
