// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/finding_state.h"

namespace cadran::cli {

Result<int> action_verify(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = arguments.count("NUMBER");
    const auto result = choice(arguments, "result",
                               std::array{model::ActionState::effective, model::ActionState::ineffective},
                               model::action_state_name);
    const auto period = optional_period(arguments);
    if (!number) return tl::unexpected(number.error());
    if (!result) return tl::unexpected(result.error());
    if (!period) return tl::unexpected(period.error());
    const auto verified =
        app::verify_action(invocation.session(), {**number, *result == model::ActionState::effective,
                                                  arguments.get("comment"), *period, arguments.get("next")});
    if (!verified) return tl::unexpected(verified.error());
    Output& output = invocation.output();
    say_state(output, verified->action);
    if (!verified->next) return exit_fine;
    output.say({"cli.action_opened_next", {{"number", verified->next->number}}});
    return exit_found;
}

}  // namespace cadran::cli
