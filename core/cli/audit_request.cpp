// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_request(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto due = arguments.optional_date("due");
    if (!due) return tl::unexpected(due.error());
    const auto done = app::request_pieces(invocation.session(), *number, *due);
    if (!done) return tl::unexpected(done.error());
    invocation.output().say(
        {"cli.pieces_requested", {{"count", std::ssize(done->pieces)}, {"date", done->pieces.front().due}}});
    return exit_fine;
}

}  // namespace cadran::cli
