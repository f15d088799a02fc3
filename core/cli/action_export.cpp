// SPDX-License-Identifier: Apache-2.0
#include "app/register.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "report/register.h"

namespace cadran::cli {

Result<int> action_export(Invocation& invocation) {
    const auto file = invocation.path("to");
    if (folded(file.extension().string()) != "xlsx")
        return invalid(Message{"cli.unknown_ending", {{"file", file.filename().string()}}},
                       Message{"cli.known_endings", {{"endings", std::string(".xlsx")}}});
    const auto plan = app::gather_register(
        invocation.session(), {report::RegisterKind::actions, invocation.arguments().get("PROCESS")});
    if (!plan) return tl::unexpected(plan.error());
    Output& output = invocation.output();
    report::write_register(*plan, output.catalogue(), file);
    output.say({"cli.actions_exported",
                {{"count", std::ssize(plan->rows)}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
