// SPDX-License-Identifier: Apache-2.0
#include "app/personal_token.h"
#include "base/file.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> token_create(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto days = arguments.count("days");
    if (!days) return tl::unexpected(days.error());
    const auto kind =
        arguments.has("calendar") ? model::Credential::Kind::calendar : model::Credential::Kind::token;
    const auto token = app::create_token(invocation.session(), {kind, arguments.get("name"), *days});
    if (!token) return tl::unexpected(token.error());
    write_durably(invocation.path("FILE"), token->token + "\n", Access::owner);
    invocation.output().say({"cli.token_created", {{"file", arguments.get("FILE")}, {"id", token->id}}});
    return exit_fine;
}

}  // namespace cadran::cli
