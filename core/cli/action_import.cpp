// SPDX-License-Identifier: Apache-2.0
#include "app/action_import.h"

#include "cli/command.h"
#include "cli/commands.h"
#include "cli/register_columns.h"

namespace cadran::cli {

Result<int> action_import(Invocation& invocation) {
    const auto columns = register_columns(invocation.arguments());
    if (!columns) return tl::unexpected(columns.error());
    const auto imported = app::import_actions(invocation.session(), {invocation.path("FILE"), *columns});
    if (!imported) return tl::unexpected(imported.error());
    Output& output = invocation.output();
    say_columns(output, imported->columns);
    for (const std::string& heading : imported->ignored)
        output.say({"cli.column_ignored", {{"heading", heading}}});
    output.say({"cli.actions_imported", {{"count", std::ssize(imported->added)}}});
    if (imported->known > 0) output.say({"cli.actions_known", {{"count", imported->known}}});
    if (imported->without_level > 0)
        output.say({"cli.actions_without_level", {{"count", imported->without_level}}});
    if (imported->without_kind > 0)
        output.say({"cli.actions_without_kind", {{"count", imported->without_kind}}});
    if (imported->without_state > 0)
        output.say({"cli.actions_without_state", {{"count", imported->without_state}}});
    output.complain(imported->differing);
    return imported->differing.empty() ? exit_fine : exit_found;
}

}  // namespace cadran::cli
