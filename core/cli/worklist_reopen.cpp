// SPDX-License-Identifier: Apache-2.0
#include "app/decision.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> worklist_reopen(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto item = app::reopen(invocation.session(), {arguments.get("ITEM"), arguments.get("reason")});
    if (!item) return tl::unexpected(item.error());
    invocation.output().say({"cli.reopened", {{"record", item->finding.subjects.front().key}}});
    return exit_fine;
}

}  // namespace cadran::cli
