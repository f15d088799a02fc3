// SPDX-License-Identifier: Apache-2.0
#include "app/plugin.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> plugin_draft(Invocation& invocation) {
    const auto draft = app::draft_plugin(invocation.session(), invocation.arguments().get("PLUGIN"));
    if (!draft) return tl::unexpected(draft.error());
    invocation.output().say(
        {"cli.handed_in", {{"name", draft->name}, {"version", std::int64_t{draft->number}}}});
    return exit_fine;
}

}  // namespace cadran::cli
