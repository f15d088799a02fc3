// SPDX-License-Identifier: Apache-2.0
#include "app/plugin.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/definitions.h"

namespace cadran::cli {

namespace {

// A line each: name and title.
template <typename Declared>
std::string lines(const Catalogue& catalogue, const std::vector<Declared>& declared,
                  std::string Declared::*name) {
    std::vector<std::string> lines;
    for (const Declared& one : declared)
        lines.push_back(fmt::format("{} – {}", one.*name, catalogue.text(one.title)));
    return fmt::format("{}", fmt::join(lines, "\n"));
}

// Of record types, also how long they are kept.
std::string types(const Catalogue& catalogue, const std::vector<model::RecordType>& declared) {
    std::vector<std::string> lines;
    for (const model::RecordType& type : declared) {
        const std::string kept = catalogue.text(
            type.retention ? Message{"cli.kept_for", {{"retention", model::text_of(*type.retention)}}}
                           : Message{"cli.kept_for_ever"});
        lines.push_back(fmt::format("{} – {} ({})", type.name, catalogue.text(type.title), kept));
    }
    return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace

Result<int> plugin_show(Invocation& invocation) {
    const auto which = which_version(invocation.arguments());
    if (!which) return tl::unexpected(which.error());
    const auto shown = app::show_plugin(invocation.session(), invocation.arguments().get("PLUGIN"), *which);
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    const Catalogue& catalogue = output.catalogue();
    Table table{{{"title", {"cli.title"}},
                 {"version", {"cli.version"}},
                 {"from", {"cli.in_force_from"}},
                 {"record_types", {"cli.record_types"}},
                 {"controls", {"cli.controls"}},
                 {"measures", {"cli.measures"}}},
                {{output.cell(shown->title), version_cell(output, shown->version),
                  in_force_cell(output, shown->version), output.cell(types(catalogue, shown->records)),
                  output.cell(lines(catalogue, shown->controls, &model::Control::id)),
                  output.cell(lines(catalogue, shown->measures, &model::Measure::id))}}};
    if (!shown->trusted) {
        table.headings.push_back({"scripts", {"cli.scripts"}});
        table.rows.front().push_back(output.cell(catalogue.text(Message{"cli.scripts_run_apart"})));
    }
    output.record(table);
    return exit_fine;
}

}  // namespace cadran::cli
