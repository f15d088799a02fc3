// SPDX-License-Identifier: Apache-2.0
#include "app/plugin.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/population.h"

namespace cadran::cli {

Result<int> control_show(Invocation& invocation) {
    const auto shown = app::show_control(invocation.session(), invocation.arguments().get("CONTROL"));
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    const model::Control& control = shown->control;
    std::vector<std::string> parameters, points;
    for (const model::Parameter& parameter : control.parameters) {
        parameters.push_back(fmt::format("{} = {} — {}", parameter.name,
                                         column::plain_text(parameter.default_value),
                                         output.catalogue().text(parameter.help)));
    }
    for (const model::VerificationPoint& point : control.verify)
        points.push_back(fmt::format("{}: {}", point.id, output.catalogue().text(point.text)));
    output.record(
        {{{"control", {"cli.control"}},
          {"title", {"cli.title"}},
          {"version", {"cli.version"}},
          {"population", {"cli.population"}},
          {"clauses", {"cli.condition"}},
          {"effect", {"cli.effect"}},
          {"severity", {"cli.severity"}},
          {"visible_to", {"cli.visible_to"}},
          {"parameters", {"cli.parameters"}},
          {"verify", {"cli.points"}}},
         {{output.cell(control.id),
           output.cell(control.title),
           output.cell(std::int64_t{shown->plugin.number}),
           output.cell(shown->population),
           output.cell(clauses_text(control.population)),
           {output.catalogue().text(model::effect_title(control.effect)), model::effect_name(control.effect)},
           {output.catalogue().text(model::severity_title(control.severity)),
            model::severity_name(control.severity)},
           control.visible_to ? Cell{output.catalogue().text(model::role_title(*control.visible_to)),
                                     model::role_name(*control.visible_to)}
                              : Cell{},
           output.cell(fmt::format("{}", fmt::join(parameters, "\n"))),
           output.cell(fmt::format("{}", fmt::join(points, "\n")))}}});
    return exit_fine;
}

}  // namespace cadran::cli
