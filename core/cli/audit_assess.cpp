// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_assess(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto said = pairs(arguments, "verdict");
    if (!said) return tl::unexpected(said.error());
    app::AssessItem command{*number,
                            arguments.get("ITEM"),
                            {},
                            arguments.get("method"),
                            arguments.get("result"),
                            arguments.get("conclusion")};
    for (const auto& [criterion, word] : *said) {
        const auto conformity = model::parse_conformity(word);
        if (!conformity)
            return invalid(
                Message{"cli.unknown_value", {{"argument", std::string("--verdict")}, {"value", word}}},
                Message{"cli.known_names",
                        {{"names", std::string("conforming, nonconforming, not_applicable, not_checked")}}});
        command.verdicts.emplace(criterion, *conformity);
    }
    const auto done = app::assess_item(invocation.session(), command);
    if (!done) return tl::unexpected(done.error());
    invocation.output().say(
        {"cli.item_assessed",
         {{"item", command.item},
          {"verdict", model::conformity_title(done->assessment(command.item)->conformity())}}});
    return exit_fine;
}

}  // namespace cadran::cli
