// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> action_list(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::ActionQuery query{arguments.get("PROCESS"), {}, arguments.get("owner"), arguments.has("overdue")};
    if (arguments.has("mine")) query.owner = invocation.session().actor.name;
    if (arguments.has("state")) {
        const auto state = choice(arguments, "state", model::all_action_states, model::action_state_name);
        if (!state) return tl::unexpected(state.error());
        query.state = *state;
    }
    const auto listed = app::list_actions(invocation.session(), query);
    if (!listed) return tl::unexpected(listed.error());
    Output& output = invocation.output();
    print_actions(output, *listed);
    const auto overdue = std::ranges::count(*listed, true, &app::ListedAction::overdue);
    if (overdue == 0) return exit_fine;
    output.say({"cli.actions_overdue", {{"count", std::int64_t{overdue}}}});
    return exit_found;
}

}  // namespace cadran::cli
