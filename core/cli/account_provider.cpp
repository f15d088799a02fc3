// SPDX-License-Identifier: Apache-2.0
#include "app/provider.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

Result<app::SetProvider> provider_given(const Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::SetProvider command{
        {arguments.get("issuer"), arguments.get("client-id"), arguments.get("title"), arguments.get("claim")},
        {}};
    if (!arguments.has("secret-file")) return command;
    const auto secret = read_file(invocation.path("secret-file"), 4096);
    if (!secret) return tl::unexpected(secret.error());
    command.secret = std::string(trimmed(*secret));
    return command;
}

}  // namespace

Result<int> account_provider(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    if (arguments.has("remove")) {
        if (const Done done = app::remove_provider(invocation.session()); !done)
            return tl::unexpected(done.error());
    } else if (arguments.has("issuer")) {
        const auto command = provider_given(invocation);
        if (!command) return tl::unexpected(command.error());
        const auto set = app::set_provider(invocation.session(), *command);
        if (!set) return tl::unexpected(set.error());
    }
    const auto provider = app::show_provider(invocation.session());
    if (!provider) return tl::unexpected(provider.error());
    Output& output = invocation.output();
    const app::Provider shown = provider->value_or(app::Provider{});
    const Cell has_secret{shown.has_secret ? output.catalogue().text(Message{"cli.yes"}) : "",
                          Json(shown.has_secret)};
    output.record({{{"issuer", {"cli.issuer"}},
                    {"client_id", {"cli.client_id"}},
                    {"title", {"cli.title"}},
                    {"claim", {"cli.claim"}},
                    {"has_secret", {"cli.has_secret"}}},
                   {{output.cell(shown.issuer), output.cell(shown.client_id), output.cell(shown.title),
                     output.cell(shown.claim), has_secret}}});
    return exit_fine;
}

}  // namespace cadran::cli
