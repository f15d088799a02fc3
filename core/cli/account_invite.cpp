// SPDX-License-Identifier: Apache-2.0
#include "app/account.h"
#include "base/file.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> account_invite(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto invitation = app::invite_account(
        invocation.session(), {arguments.get("NAME"), arguments.has("without-second-factor")});
    if (!invitation) return tl::unexpected(invitation.error());
    Output& output = invocation.output();
    output.say(
        {"cli.account_invited", {{"person", invitation->account.person}, {"date", invitation->expires}}});
    if (arguments.has("code-file")) {
        write_durably(invocation.path("code-file"), invitation->code + "\n", Access::owner);
    } else {
        output.text(invitation->code + "\n");
    }
    return exit_fine;
}

}  // namespace cadran::cli
