// SPDX-License-Identifier: Apache-2.0
#include "app/piece.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> piece_reject(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const std::string item = arguments.get("ITEM");
    const auto done = app::reject_piece(invocation.session(), *number, item, arguments.get("reason"));
    if (!done) return tl::unexpected(done.error());
    invocation.output().say(
        {"cli.piece_state",
         {{"piece", item}, {"state", model::piece_state_title(done->piece(item)->state)}}});
    return exit_fine;
}

}  // namespace cadran::cli
