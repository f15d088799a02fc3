// SPDX-License-Identifier: Apache-2.0
#include "app/account.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

Result<std::optional<model::DigestRhythm>> rhythm_of(const Arguments& arguments) {
    if (!arguments.has("digest")) return std::nullopt;
    if (const auto rhythm = model::parse_digest_rhythm(arguments.get("digest"))) return rhythm;
    std::vector<std::string> known;
    for (const model::DigestRhythm rhythm : model::all_digest_rhythms)
        known.emplace_back(model::digest_rhythm_name(rhythm));
    return invalid(Message{"cli.unknown_rhythm", {{"rhythm", arguments.get("digest")}}},
                   Message{"cli.known_names", {{"names", fmt::format("{}", fmt::join(known, ", "))}}});
}

}  // namespace

Result<int> account_address(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto rhythm = rhythm_of(arguments);
    if (!rhythm) return tl::unexpected(rhythm.error());
    app::SetAddress command{arguments.get("NAME"), {}, *rhythm};
    if (arguments.has("mail")) command.mail = arguments.get("mail");
    const auto account = app::set_address(invocation.session(), command);
    if (!account) return tl::unexpected(account.error());
    Output& output = invocation.output();
    const Cell sent = account->digest_on ? output.cell(*account->digest_on) : Cell{};
    output.record({{{"account", {"cli.account"}},
                    {"mail", {"cli.mail"}},
                    {"digest", {"cli.digest_rhythm"}},
                    {"last_sent", {"cli.last_sent"}}},
                   {{output.cell(account->name),
                     output.cell(account->mail),
                     {output.catalogue().text(model::digest_rhythm_title(account->digest)),
                      model::digest_rhythm_name(account->digest)},
                     sent}}});
    return exit_fine;
}

}  // namespace cadran::cli
