// SPDX-License-Identifier: Apache-2.0
#include "cli/control_results.h"

#include "cli/command.h"

namespace cadran::cli {

Table control_results(const Output& output, const std::vector<model::ControlResult>& results,
                      const std::set<std::string>& confided) {
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
        std::vector<Cell> row{output.cell(result.control.id),
                              is_draft ? Cell{} : output.cell(std::int64_t{result.control.version}),
                              output.cell(result.population)};
        const bool is_confided = confided.contains(result.control.id);
        for (const std::int64_t count : {result.selected, result.passed, result.failed, result.errors,
                                         result.not_applicable, result.not_checked})
            row.push_back(is_confided ? Cell{} : output.cell(count));
        table.rows.push_back(std::move(row));
    }
    return table;
}

int ControlTally::exit_code() const {
    if (errors > 0) return exit_not_judged;
    return found > 0 ? exit_found : exit_fine;
}

ControlTally tally_of(const std::vector<model::ControlResult>& results) {
    ControlTally tally;
    for (const model::ControlResult& result : results) {
        tally.found += result.failed;
        tally.errors += result.errors;
    }
    return tally;
}

}  // namespace cadran::cli
