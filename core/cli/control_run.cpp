// SPDX-License-Identifier: Apache-2.0
#include "app/control.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

Table results_of(const Output& output, const app::RunDone& done) {
    Table table{{{"control", {"cli.control"}},
                 {"version", {"cli.version"}, true},
                 {"population", {"cli.records"}, true},
                 {"selected", {"cli.selected"}, true},
                 {"passed", {"cli.passed"}, true},
                 {"failed", {"cli.failed"}, true},
                 {"errors", {"cli.errors"}, true},
                 {"not_applicable", {"cli.not_applicable"}, true},
                 {"not_checked", {"cli.not_checked"}, true},
                 {"fresh", {"cli.fresh"}, true}},
                {}};
    for (const model::ControlResult& result : done.run.results) {
        std::vector<Cell> row{output.cell(result.control.id),
                              output.cell(std::int64_t{result.control.version}),
                              output.cell(result.population)};
        const bool confided = done.confided.contains(result.control.id);
        for (const std::int64_t count : {result.selected, result.passed, result.failed, result.errors,
                                         result.not_applicable, result.not_checked, result.fresh})
            row.push_back(confided ? Cell{} : output.cell(count));
        table.rows.push_back(std::move(row));
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
    std::int64_t found = 0, errors = 0;
    for (const model::ControlResult& result : done->run.results) {
        found += result.failed;
        errors += result.errors;
    }
    for (const auto& [type, last] : done->purged)
        output.say({"cli.purged_took_no_part", {{"type", type}, {"last", last}}});
    output.say({"cli.run_done", {{"number", done->run.number}, {"count", found}}});
    if (!done->confided.empty())
        output.say({"cli.confided_controls", {{"count", std::ssize(done->confided)}}});
    std::int64_t not_checked = 0;
    for (const app::NotChecked& alike : done->not_checked) not_checked += std::ssize(alike.records);
    if (not_checked > 0 && !list_not_checked) output.say({"cli.see_not_checked", {{"count", not_checked}}});
    return errors > 0 ? exit_not_judged : found > 0 ? exit_found : exit_fine;
}

}  // namespace cadran::cli
