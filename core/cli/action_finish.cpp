// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> action_finish(Invocation& invocation) {
    const auto number = invocation.arguments().count("NUMBER");
    if (!number) return tl::unexpected(number.error());
    const auto finished =
        app::finish_action(invocation.session(), **number, invocation.arguments().get("comment"));
    if (!finished) return tl::unexpected(finished.error());
    Output& output = invocation.output();
    say_state(output, *finished);
    if (const auto& on = finished->effectiveness.on)
        output.say({"cli.action_to_judge", {{"number", finished->number}, {"date", *on}}});
    return exit_fine;
}

}  // namespace cadran::cli
