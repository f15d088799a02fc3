// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> action_start(Invocation& invocation) {
    const auto number = invocation.arguments().count("NUMBER");
    if (!number) return tl::unexpected(number.error());
    const auto started = app::start_action(invocation.session(), **number);
    if (!started) return tl::unexpected(started.error());
    say_state(invocation.output(), *started);
    return exit_fine;
}

}  // namespace cadran::cli
