// SPDX-License-Identifier: Apache-2.0
#include "app/reservation.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> worklist_take(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto item = app::take(invocation.session(), arguments.get("ITEM"));
    if (!item) return tl::unexpected(item.error());
    invocation.output().say({"cli.taken", {{"record", item->finding.subjects.front().key}}});
    return exit_fine;
}

}  // namespace cadran::cli
