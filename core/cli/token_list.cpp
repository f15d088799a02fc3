// SPDX-License-Identifier: Apache-2.0
#include "app/personal_token.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> token_list(Invocation& invocation) {
    const std::string account =
        invocation.arguments().find("account").value_or(invocation.session().actor.name);
    const auto tokens = app::list_tokens(invocation.session(), account);
    if (!tokens) return tl::unexpected(tokens.error());
    Output& output = invocation.output();
    Table table{{{"id", {"cli.token_id"}},
                 {"name", {"cli.token_name"}},
                 {"kind", {"cli.token_kind"}},
                 {"since", {"cli.token_since"}},
                 {"expires_at", {"cli.token_expires"}}},
                {}};
    const auto moment = [&](const std::optional<Instant>& instant) {
        return instant ? output.cell(iso_text(*instant)) : Cell{"–", {}};
    };
    for (const app::TokenEntry& token : *tokens) {
        table.rows.push_back({output.cell(token.id),
                              output.cell(token.name),
                              {output.catalogue().text(model::credential_kind_title(token.kind)),
                               model::credential_kind_name(token.kind)},
                              moment(token.since),
                              moment(token.expires_at)});
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
