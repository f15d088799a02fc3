// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_authoring.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> plugin_new(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const std::string id = arguments.get("NEW-PLUGIN");
    const auto made = app::new_plugin(invocation.session(), {id, arguments.get("title")});
    if (!made) return tl::unexpected(made.error());
    Output& output = invocation.output();
    Table table{{{"file", {"cli.file"}}}, {}};
    for (const std::string& file : made->files) table.rows.push_back({output.cell(made->draft + file)});
    output.table(table);
    output.say({"cli.plugin_made", {{"name", id}}});
    return exit_fine;
}

}  // namespace cadran::cli
