// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> action_cancel(Invocation& invocation) {
    const auto number = invocation.arguments().count("NUMBER");
    if (!number) return tl::unexpected(number.error());
    const auto cancelled =
        app::cancel_action(invocation.session(), **number, invocation.arguments().get("reason"));
    if (!cancelled) return tl::unexpected(cancelled.error());
    say_state(invocation.output(), *cancelled);
    return exit_fine;
}

}  // namespace cadran::cli
