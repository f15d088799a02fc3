// SPDX-License-Identifier: Apache-2.0
#include "cli/access_commands.h"

#include "cli/command.h"

namespace cadran::cli {

std::vector<Command> access_commands() {
    return {
        {"account",
         "invite",
         {{"NAME"}},
         {{"without-second-factor"}, {"code-file", "FILE"}},
         Needs::session,
         Effect::writes,
         account_invite},
        {"account", "suspend", {{"NAME"}}, {}, Needs::session, Effect::writes, account_suspend},
        {"account", "resume", {{"NAME"}}, {}, Needs::session, Effect::writes, account_resume},
        {"account",
         "password",
         {},
         {{"code-file", "FILE"}, {"password-file", "FILE"}},
         Needs::workspace,
         Effect::writes,
         account_password},
        {"account",
         "limits",
         {},
         {{"idle", "NUMBER"}, {"whole", "NUMBER"}},
         Needs::session,
         Effect::writes,
         account_limits},
        {"token",
         "create",
         {{"FILE"}},
         {{"name", "TEXT", true}, {"days", "NUMBER"}, {"calendar"}},
         Needs::session,
         Effect::writes,
         token_create},
        {"token", "list", {}, {{"account", "ACCOUNT"}}, Needs::session, Effect::reads, token_list},
        {"token",
         "revoke",
         {{"TOKEN"}},
         {{"account", "ACCOUNT"}},
         Needs::session,
         Effect::writes,
         token_revoke},
    };
}

}  // namespace cadran::cli
