// SPDX-License-Identifier: Apache-2.0
#include "app/worklist.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/finding_state.h"

namespace cadran::cli {

Result<int> worklist_list(Invocation& invocation) {
    const auto state = finding_state(invocation.arguments(), model::FindingState::open);
    if (!state) return tl::unexpected(state.error());
    const auto period = optional_period(invocation.arguments());
    if (!period) return tl::unexpected(period.error());
    const auto items = app::list_worklist(invocation.session(), {.state = *state, .period = *period});
    if (!items) return tl::unexpected(items.error());
    Output& output = invocation.output();
    Table table{{{"finding", {"cli.finding"}},
                 {"record", {"cli.record"}},
                 {"event_date", {"cli.date"}},
                 {"handler", {"cli.handler"}},
                 {"severity", {"cli.severity"}},
                 {"verdict", {"cli.verdict"}},
                 {"message", {"cli.message"}}},
                {}};
    for (const app::WorkItem& item : *items) {
        const model::Finding& finding = item.finding;
        Cell verdict;
        if (!item.decisions.empty()) {
            const model::Verdict given = item.decisions.back().verdict;
            verdict = {output.catalogue().text(model::verdict_title(given)), model::verdict_name(given)};
        }
        table.rows.push_back({output.cell(finding.id),
                              output.cell(finding.subjects.front().key),
                              output.cell(finding.event_date),
                              output.cell(finding.handler),
                              {output.catalogue().text(model::severity_title(finding.severity)),
                               model::severity_name(finding.severity)},
                              verdict,
                              output.cell(item.message)});
    }
    output.table(table);
    if (output.format() == Format::table) output.say({"cli.items_listed", {{"count", std::ssize(*items)}}});
    return exit_fine;
}

}  // namespace cadran::cli
