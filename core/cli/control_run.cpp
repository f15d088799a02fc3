// SPDX-License-Identifier: Apache-2.0
#include "app/control.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/control_results.h"

namespace cadran::cli {

namespace {

// With how many findings no earlier run had.
Table results_of(const Output& output, const app::RunDone& done) {
    Table table = control_results(output, done.run.results, done.confided);
    table.headings.push_back({"fresh", {"cli.fresh"}, true});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const model::ControlResult& result = done.run.results[i];
        table.rows[i].push_back(done.confided.contains(result.control.id) ? Cell{}
                                                                          : output.cell(result.fresh));
    }
    return table;
}

Table not_checked_of(const Output& output, const std::vector<app::NotChecked>& not_checked) {
    Table table{{{"control", {"cli.control"}}, {"record", {"cli.record"}}, {"lacking", {"cli.lacking"}}}, {}};
    for (const app::NotChecked& alike : not_checked) {
        const std::string lacking = fmt::format("{}", fmt::join(alike.lacking, ", "));
        for (const std::string& record : alike.records)
            table.rows.push_back({output.cell(alike.control), output.cell(record), output.cell(lacking)});
    }
    return table;
}

}  // namespace

Result<int> control_run(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto period = arguments.period("period");
    if (!period) return tl::unexpected(period.error());
    const auto done = app::run_controls(invocation.session(), arguments.get("PROCESS"), *period);
    if (!done) return tl::unexpected(done.error());
    Output& output = invocation.output();
    output.complain(done->faults);
    const bool list_not_checked = arguments.has("not-checked");
    output.table(list_not_checked ? not_checked_of(output, done->not_checked) : results_of(output, *done));
    const ControlTally tally = tally_of(done->run.results);
    for (const auto& [type, last] : done->purged)
        output.say({"cli.purged_took_no_part", {{"type", type}, {"last", last}}});
    output.say({"cli.run_done", {{"number", done->run.number}, {"count", tally.found}}});
    if (!done->confided.empty())
        output.say({"cli.confided_controls", {{"count", std::ssize(done->confided)}}});
    std::int64_t not_checked = 0;
    for (const app::NotChecked& alike : done->not_checked) not_checked += std::ssize(alike.records);
    if (not_checked > 0 && !list_not_checked) output.say({"cli.see_not_checked", {{"count", not_checked}}});
    return tally.exit_code();
}

}  // namespace cadran::cli
