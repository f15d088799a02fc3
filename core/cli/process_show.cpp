// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/definitions.h"
#include "model/figure.h"

namespace cadran::cli {

Result<int> process_show(Invocation& invocation) {
    const auto which = which_version(invocation.arguments());
    if (!which) return tl::unexpected(which.error());
    const auto shown = app::show_process(invocation.session(), invocation.arguments().get("PROCESS"), *which);
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    const model::Process& process = shown->process;
    std::vector<std::string> objectives, indicators, controls;
    for (const auto& objective : process.objectives)
        objectives.push_back(output.catalogue().text(objective.text));
    for (const auto& indicator : process.indicators) {
        indicators.push_back(fmt::format("{} ({})", output.catalogue().text(indicator.title),
                                         model::target_text(indicator.targets.back(), indicator.direction,
                                                            indicator.unit, output.catalogue())));
    }
    for (const auto& use : process.controls) controls.push_back(use.control);
    output.record(
        {{{"title", {"cli.process"}},
          {"version", {"cli.version"}},
          {"from", {"cli.in_force_from"}},
          {"pilot", {"cli.pilot"}},
          {"backups", {"cli.backups"}},
          {"purpose", {"cli.purpose"}},
          {"start", {"cli.starts"}},
          {"end", {"cli.ends"}},
          {"objectives", {"cli.objectives"}},
          {"indicators", {"cli.indicators"}},
          {"controls", {"cli.controls"}}},
         {{output.cell(process.title), version_cell(output, shown->version),
           in_force_cell(output, shown->version), output.cell(process.pilot),
           output.cell(fmt::format("{}", fmt::join(process.backups, ", "))), output.cell(process.purpose),
           output.cell(process.start_event), output.cell(process.end_event),
           output.cell(fmt::format("{}", fmt::join(objectives, "\n"))),
           output.cell(fmt::format("{}", fmt::join(indicators, "\n"))),
           output.cell(fmt::format("{}", fmt::join(controls, "\n")))}}});
    return exit_fine;
}

}  // namespace cadran::cli
