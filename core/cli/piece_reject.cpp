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
    say_piece_state(invocation.output(), *done, item);
    return exit_fine;
}

}  // namespace cadran::cli
