// SPDX-License-Identifier: Apache-2.0
#include "app/account.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> account_list(Invocation& invocation) {
    const auto accounts = app::list_accounts(invocation.session());
    if (!accounts) return tl::unexpected(accounts.error());
    Output& output = invocation.output();
    Table table{{{"name", {"cli.account"}},
                 {"person", {"cli.person"}},
                 {"roles", {"cli.roles"}},
                 {"handler_codes", {"cli.handler_codes"}},
                 {"password", {"cli.has_password"}},
                 {"second_factor", {"cli.has_second_factor"}},
                 {"suspended", {"cli.is_suspended"}}},
                {}};
    const auto flag = [&](bool is_so) {
        return Cell{is_so ? output.catalogue().text(Message{"cli.yes"}) : "", Json(is_so)};
    };
    for (const model::Account& account : *accounts) {
        std::vector<std::string> titles;
        Json::Array roles, codes;
        for (const model::Role role : account.roles) {
            titles.push_back(output.catalogue().text(model::role_title(role)));
            roles.push_back(model::role_name(role));
        }
        for (const std::string& code : account.handler_codes) codes.push_back(code);
        table.rows.push_back({output.cell(account.name),
                              output.cell(account.person),
                              {fmt::format("{}", fmt::join(titles, ", ")), roles},
                              {fmt::format("{}", fmt::join(account.handler_codes, ", ")), codes},
                              flag(account.password.has_value()),
                              flag(account.asks_for_code()),
                              flag(account.suspended_at.has_value())});
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
