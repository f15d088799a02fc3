// SPDX-License-Identifier: Apache-2.0
#include "app/piece.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> piece_export(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto version = arguments.count("version");
    if (!version) return tl::unexpected(version.error());
    const std::optional<int> wanted = *version ? std::optional(static_cast<int>(**version)) : std::nullopt;
    const Done done = app::export_piece(invocation.session(), *number, arguments.get("ITEM"), wanted,
                                        invocation.path("to"));
    if (!done) return tl::unexpected(done.error());
    invocation.output().say({"cli.exported", {{"count", std::int64_t{1}}, {"place", arguments.get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
