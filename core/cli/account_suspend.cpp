// SPDX-License-Identifier: Apache-2.0
#include "app/account.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> account_suspend(Invocation& invocation) {
    const auto account = app::suspend_account(invocation.session(), invocation.arguments().get("NAME"));
    if (!account) return tl::unexpected(account.error());
    invocation.output().say({"cli.account_suspended", {{"person", account->person}}});
    return exit_fine;
}

}  // namespace cadran::cli
