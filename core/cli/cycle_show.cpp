// SPDX-License-Identifier: Apache-2.0
#include "app/cycle.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "report/matter_section.h"

namespace cadran::cli {

Result<int> cycle_show(Invocation& invocation) {
    const auto shown = app::show_cycle(invocation.session(), invocation.arguments().get("PROCESS"));
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    const model::Cycle& cycle = shown->cycle;
    std::vector<std::string> obstacles;
    for (const Diagnostic& obstacle : shown->obstacles)
        obstacles.push_back(output.catalogue().text(obstacle.what));
    std::vector<std::string> proposals;
    for (const app::ProposedObjective& one : shown->proposals) {
        proposals.push_back(fmt::format(
            "{}: {}", output.catalogue().text(one.objective),
            report::proposal_words(one.indicator, one.proposal, output.catalogue(), shown->currency)));
    }
    output.record(
        {{{"process", {"cli.process"}},
          {"turn", {"cli.turn"}},
          {"period", {"cli.period"}},
          {"stage", {"cli.stage"}},
          {"obstacles", {"cli.before_next_stage"}},
          {"open_actions", {"cli.open_actions"}, true},
          {"overdue_actions", {"cli.overdue_actions"}, true},
          {"proposals", {"cli.proposed_objectives"}}},
         {{output.cell(cycle.process),
           output.cell(std::int64_t{cycle.number}),
           output.cell(cycle.period.text()),
           {output.catalogue().text(model::stage_title(cycle.stage)), model::stage_name(cycle.stage)},
           output.cell(fmt::format("{}", fmt::join(obstacles, "\n"))),
           output.cell(shown->open_actions),
           output.cell(shown->overdue_actions),
           output.cell(fmt::format("{}", fmt::join(proposals, "\n")))}}});
    return exit_fine;
}

}  // namespace cadran::cli
