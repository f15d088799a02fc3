// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "report/action_plan.h"

namespace cadran::cli {

Result<int> action_export(Invocation& invocation) {
    const auto file = invocation.path("to");
    if (folded(file.extension().string()) != "xlsx")
        return invalid(Message{"cli.unknown_ending", {{"file", file.filename().string()}}},
                       Message{"cli.known_endings", {{"endings", std::string(".xlsx")}}});
    const auto listed =
        app::list_actions(invocation.session(), {.process = invocation.arguments().get("PROCESS")});
    if (!listed) return tl::unexpected(listed.error());
    const auto today = app::today(invocation.session());
    if (!today) return tl::unexpected(today.error());
    std::vector<model::Action> actions;
    for (const app::ListedAction& one : *listed) actions.push_back(one.action);
    Output& output = invocation.output();
    report::write_action_plan(actions, *today, output.catalogue(), file);
    output.say({"cli.actions_exported",
                {{"count", std::ssize(actions)}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
