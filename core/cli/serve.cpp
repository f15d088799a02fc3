// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/account.h"
#include "base/shifted_clock.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

constexpr int usual_port = 8413;
constexpr int greatest_port = 65535;

// `path` of an option, empty where it was not given.
std::filesystem::path file_of(const Invocation& invocation, const char* name) {
    return invocation.arguments().has(name) ? invocation.path(name) : std::filesystem::path();
}

Result<int> port_of(const Arguments& arguments) {
    const auto given = arguments.count("port");
    if (!given) return tl::unexpected(given.error());
    if (!*given) return usual_port;
    if (**given > greatest_port) return invalid(Message{"cli.not_a_port", {{"value", **given}}});
    return static_cast<int>(**given);
}

// While nobody has a password yet: by that code whoever started the program comes in. A service whose system
// user has no account starts all the same.
Result<std::optional<app::Invitation>> first_code(Invocation& invocation) {
    if (!invocation.sign_in()) return std::nullopt;
    return app::first_invitation(invocation.session());
}

void say_how_to_come_in(Output& output, const std::string& place,
                        const std::optional<app::Invitation>& first) {
    const std::string address = place + "/invitation";
    if (first)
        output.say({"cli.first_code",
                    {{"account", first->account.name}, {"address", address}, {"code", first->code}}});
    else
        output.say({"cli.first_sign_in", {{"address", address}}});
}

}  // namespace

Result<int> serve(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto port = port_of(arguments);
    if (!port) return tl::unexpected(port.error());
    if (arguments.has("certificate") != arguments.has("key"))
        return invalid(Message{"cli.certificate_and_key"});
    const auto first = first_code(invocation);
    if (!first) return tl::unexpected(first.error());
    const auto memory = invocation.memory();
    if (!memory) return tl::unexpected(memory.error());
    Output& output = invocation.output();
    // A clock that stands still would end no session.
    const ShiftedClock shifted(invocation.clock().now());
    const Clock& clock =
        arguments.has("now") ? static_cast<const Clock&>(shifted) : invocation.surroundings().clock;
    const std::string address = arguments.has("address") ? arguments.get("address") : "127.0.0.1";
    const Done served =
        invocation.surroundings().serve({.workspace = invocation.workspace().folder(),
                                         .keys_home = invocation.keys_home(),
                                         .address = address,
                                         .port = *port,
                                         .certificate = file_of(invocation, "certificate"),
                                         .key = file_of(invocation, "key"),
                                         .behind_proxy = arguments.has("behind-proxy"),
                                         .hosts = arguments.all("host"),
                                         .memory = *memory,
                                         .worker = invocation.surroundings().worker,
                                         .clock = clock,
                                         .listening =
                                             [&](const std::string& place) {
                                                 output.say({"cli.serving", {{"address", place}}});
                                                 say_how_to_come_in(output, place, *first);
                                                 output.say({"cli.stop_serving"});
                                                 invocation.surroundings().results.flush();
                                             },
                                         .log = [&](const std::string& line) { output.note(line + "\n"); }});
    if (!served) return tl::unexpected(served.error());
    output.say({"cli.served"});
    return exit_fine;
}

}  // namespace cadran::cli
