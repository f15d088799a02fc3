// SPDX-License-Identifier: Apache-2.0
#include "app/provider.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> account_identity(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const std::string& name = arguments.get("NAME");
    if (arguments.has("remove") == arguments.has("subject")) return invalid(Message{"cli.subject_or_remove"});
    const bool removes = arguments.has("remove");
    const auto account = removes ? app::unlink_identity(invocation.session(), name)
                                 : app::link_identity(invocation.session(), name, arguments.get("subject"));
    if (!account) return tl::unexpected(account.error());
    invocation.output().say(
        {removes ? "cli.identity_unlinked" : "cli.identity_linked", {{"person", account->person}}});
    return exit_fine;
}

}  // namespace cadran::cli
