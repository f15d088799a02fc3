// SPDX-License-Identifier: Apache-2.0
#include "app/replay.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

Table results_of(const Output& output, const std::vector<model::ControlResult>& results) {
    Table table{{{"control", {"cli.control"}},
                 {"version", {"cli.version"}, true},
                 {"population", {"cli.records"}, true},
                 {"selected", {"cli.selected"}, true},
                 {"passed", {"cli.passed"}, true},
                 {"failed", {"cli.failed"}, true},
                 {"errors", {"cli.errors"}, true},
                 {"not_applicable", {"cli.not_applicable"}, true},
                 {"not_checked", {"cli.not_checked"}, true}},
                {}};
    for (const model::ControlResult& result : results) {
        const bool is_draft = result.control.version == 0;
        table.rows.push_back({output.cell(result.control.id),
                              is_draft ? Cell{} : output.cell(std::int64_t{result.control.version}),
                              output.cell(result.population), output.cell(result.selected),
                              output.cell(result.passed), output.cell(result.failed),
                              output.cell(result.errors), output.cell(result.not_applicable),
                              output.cell(result.not_checked)});
    }
    return table;
}

}  // namespace

Result<int> control_replay(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::ReplayControls command{arguments.all("CONTROL"), invocation.path("file"), arguments.has("draft")};
    if (arguments.has("findings")) command.findings = invocation.path("findings");
    const auto replayed = app::replay_controls(invocation.session(), command);
    if (!replayed) return tl::unexpected(replayed.error());
    Output& output = invocation.output();
    output.complain(replayed->faults);
    output.table(results_of(output, replayed->results));
    for (const auto& [type, last] : replayed->purged)
        output.say({"cli.purged_took_no_part", {{"type", type}, {"last", last}}});
    if (replayed->rejected > 0) output.say({"cli.replay_rejected", {{"count", replayed->rejected}}});
    std::int64_t found = 0, errors = 0;
    for (const model::ControlResult& result : replayed->results) {
        found += result.failed;
        errors += result.errors;
    }
    output.say({"cli.replay_done", {{"count", found}}});
    return errors > 0 ? exit_not_judged : found > 0 ? exit_found : exit_fine;
}

}  // namespace cadran::cli
