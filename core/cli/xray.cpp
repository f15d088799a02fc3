// SPDX-License-Identifier: Apache-2.0
#include "app/xray.h"

#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> xray(Invocation& invocation) {
    const auto shadows = app::xray(invocation.session(), invocation.arguments().get("process"));
    if (!shadows) return tl::unexpected(shadows.error());
    Output& output = invocation.output();
    Table table{{{"process", {"cli.process"}},
                 {"rule", {"cli.rule"}},
                 {"what", {"cli.observation"}},
                 {"cure", {"cli.cure"}}},
                {}};
    for (const app::XrayShadow& shadow : *shadows)
        table.rows.push_back({output.cell(shadow.process), output.cell(app::xray_rule_name(shadow.rule)),
                              output.cell(app::xray_words(shadow, output.catalogue())),
                              output.cell(output.catalogue().text(shadow.cure))});
    output.table(table);
    if (output.format() == Format::table) output.say({"cli.xray_done", {{"count", std::ssize(*shadows)}}});
    return shadows->empty() ? exit_fine : exit_found;
}

}  // namespace cadran::cli
