// SPDX-License-Identifier: Apache-2.0
#include "app/personal_token.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> token_revoke(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const std::string account = arguments.find("account").value_or(invocation.session().actor.name);
    const Done done = app::revoke_token(invocation.session(), account, arguments.get("TOKEN"));
    if (!done) return tl::unexpected(done.error());
    invocation.output().say({"cli.token_revoked", {{"token", arguments.get("TOKEN")}}});
    return exit_fine;
}

}  // namespace cadran::cli
