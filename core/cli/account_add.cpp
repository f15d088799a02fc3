// SPDX-License-Identifier: Apache-2.0
#include "app/account.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

Result<std::vector<model::Role>> roles_of(const Arguments& arguments) {
    std::vector<std::string> known;
    for (const model::Role role : model::all_roles) known.emplace_back(model::role_name(role));
    std::vector<model::Role> roles;
    Diagnostics faults;
    for (const std::string& name : arguments.all("role")) {
        if (const auto role = model::parse_role(name)) {
            roles.push_back(*role);
            continue;
        }
        const auto near = nearest_name(name, known);
        faults.push_back(
            {{},
             {"cli.unknown_role", {{"role", name}}},
             near ? Message{"cli.did_you_mean", {{"name", *near}}}
                  : Message{"cli.known_names", {{"names", fmt::format("{}", fmt::join(known, ", "))}}}});
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return roles;
}

}  // namespace

Result<int> account_add(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto roles = roles_of(arguments);
    if (!roles) return tl::unexpected(roles.error());
    const auto invitation =
        app::add_account(invocation.session(), {arguments.get("NAME"), arguments.get("person"), *roles,
                                                arguments.all("handler-code"), arguments.get("system-user")});
    if (!invitation) return tl::unexpected(invitation.error());
    Output& output = invocation.output();
    output.say({"cli.account_added",
                {{"name", invitation->account.name},
                 {"person", invitation->account.person},
                 {"date", invitation->expires}}});
    if (arguments.has("code-file")) {
        write_durably(invocation.path("code-file"), invitation->code + "\n", Access::owner);
    } else {
        output.text(invitation->code + "\n");
    }
    return exit_fine;
}

}  // namespace cadran::cli
