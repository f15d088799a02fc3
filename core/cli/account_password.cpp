// SPDX-License-Identifier: Apache-2.0
#include "app/password.h"
#include "app/web_session.h"
#include "base/file.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

// Asks at the terminal.
Result<std::string> typed_secret(Invocation& invocation, const Message& prompt) {
    const auto& secret = invocation.surroundings().secret;
    const auto typed = secret ? secret(invocation.output().catalogue().text(prompt) + " ") : std::nullopt;
    if (!typed) return invalid(Message{"cli.no_terminal"}, Message{"cli.give_password_file"});
    return *typed;
}

Result<std::string> new_password(Invocation& invocation) {
    if (invocation.arguments().has("password-file")) {
        auto text = read_file(invocation.path("password-file"), 4096);
        if (!text) return tl::unexpected(text.error());
        // Its line, with every space within.
        while (text->ends_with('\n') || text->ends_with('\r')) text->pop_back();
        return text;
    }
    auto first = typed_secret(invocation, {"cli.type_new_password"});
    if (!first) return first;
    const auto again = typed_secret(invocation, {"cli.type_it_again"});
    if (!again) return again;
    if (*first != *again) return invalid(Message{"cli.passwords_differ"});
    return first;
}

Result<app::SignedIn> with_invitation(Invocation& invocation, PasswordHasher& passwords) {
    const auto code = read_file(invocation.path("code-file"), 4096);
    if (!code) return tl::unexpected(code.error());
    const auto password = new_password(invocation);
    if (!password) return tl::unexpected(password.error());
    const app::Entrance entrance{invocation.workspace(), invocation.clock(),
                                 invocation.surroundings().randomness, passwords, "cli"};
    return app::set_password(entrance, {*code, *password});
}

Result<app::SignedIn> with_the_old_one(Invocation& invocation, PasswordHasher& passwords) {
    if (const Done proven = invocation.sign_in(); !proven) return tl::unexpected(proven.error());
    const auto old = typed_secret(invocation, {"cli.type_old_password"});
    if (!old) return tl::unexpected(old.error());
    const auto password = new_password(invocation);
    if (!password) return tl::unexpected(password.error());
    return app::change_password(invocation.session(), passwords, {*old, *password});
}

}  // namespace

Result<int> account_password(Invocation& invocation) {
    PasswordHasher passwords;
    const auto done = invocation.arguments().has("code-file") ? with_invitation(invocation, passwords)
                                                              : with_the_old_one(invocation, passwords);
    if (!done) return tl::unexpected(done.error());
    // Nobody browses here.
    if (const Done out = app::sign_out(invocation.workspace(), done->token, invocation.clock(), "cli"); !out)
        return tl::unexpected(out.error());
    invocation.output().say({"cli.password_set", {{"account", done->account.name}}});
    return exit_fine;
}

}  // namespace cadran::cli
