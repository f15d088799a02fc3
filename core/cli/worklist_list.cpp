// SPDX-License-Identifier: Apache-2.0
#include "app/worklist.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

Result<app::WorklistFilter> filter_of(const Arguments& arguments) {
    app::WorklistFilter filter{.state = model::FindingState::open};
    const std::string state = arguments.find("state").value_or("open");
    if (state == "all")
        filter.state.reset();
    else if (state == "confirmed")
        filter.state = model::FindingState::confirmed;
    else if (state == "dismissed")
        filter.state = model::FindingState::dismissed;
    else if (state != "open") {
        return invalid(
            Message{"cli.unknown_state", {{"state", state}}},
            Message{"cli.known_names", {{"names", std::string("open, confirmed, dismissed, all")}}});
    }
    if (arguments.has("period")) {
        const auto period = arguments.period("period");
        if (!period) return tl::unexpected(period.error());
        filter.period = *period;
    }
    return filter;
}

}  // namespace

Result<int> worklist_list(Invocation& invocation) {
    const auto filter = filter_of(invocation.arguments());
    if (!filter) return tl::unexpected(filter.error());
    const auto items = app::list_worklist(invocation.session(), *filter);
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
