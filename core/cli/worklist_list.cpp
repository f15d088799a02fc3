// SPDX-License-Identifier: Apache-2.0
#include "app/worklist.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/finding_state.h"

namespace cadran::cli {

namespace {

Cell overdue_cell(const Output& output, const app::WorkItem& item) {
    return {item.overdue ? output.catalogue().text(Message{"cli.is_overdue"}) : "", Json(item.overdue)};
}

// A reservation that ran out holds nobody off any more.
Cell taken_cell(Invocation& invocation, const model::Finding& finding) {
    if (!model::is_held_from(finding.taken, "", invocation.clock().now())) return {};
    return invocation.output().cell(finding.taken->by);
}

}  // namespace

Result<int> worklist_list(Invocation& invocation) {
    const auto state = finding_state(invocation.arguments(), model::FindingState::open);
    if (!state) return tl::unexpected(state.error());
    const auto period = optional_period(invocation.arguments());
    if (!period) return tl::unexpected(period.error());
    const auto items =
        app::list_worklist(invocation.session(), {.state = *state,
                                                  .period = *period,
                                                  .control = invocation.arguments().get("control"),
                                                  .mine = invocation.arguments().has("mine"),
                                                  .overdue = invocation.arguments().has("overdue")});
    if (!items) return tl::unexpected(items.error());
    Output& output = invocation.output();
    Table table{{{"finding", {"cli.finding"}},
                 {"record", {"cli.record"}},
                 {"event_date", {"cli.date"}},
                 {"handler", {"cli.handler"}},
                 {"due", {"cli.due"}},
                 {"overdue", {"cli.overdue"}},
                 {"taken_by", {"cli.taken_by"}},
                 {"severity", {"cli.severity"}},
                 {"verdict", {"cli.verdict"}},
                 {"control", {"cli.control"}},
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
                              item.due ? output.cell(*item.due) : Cell{},
                              overdue_cell(output, item),
                              taken_cell(invocation, finding),
                              {output.catalogue().text(model::severity_title(finding.severity)),
                               model::severity_name(finding.severity)},
                              verdict,
                              output.cell(finding.control.id),
                              output.cell(item.message)});
    }
    output.table(table);
    if (output.format() == Format::table) output.say({"cli.items_listed", {{"count", std::ssize(*items)}}});
    return exit_fine;
}

}  // namespace cadran::cli
