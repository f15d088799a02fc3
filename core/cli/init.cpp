// SPDX-License-Identifier: Apache-2.0
#include "app/workspace.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> init(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const std::string& user = invocation.surroundings().system_user;
    app::CreateWorkspace command;
    command.folder = invocation.path("DIR");
    command.keys_home = invocation.keys_home();
    command.organisation = arguments.get("organisation");
    command.sample = arguments.has("sample");
    command.account = arguments.find("account").value_or(user);
    command.person = arguments.find("person").value_or(user);
    command.system_user = user;
    if (arguments.has("now") && !command.sample)
        return refused({"cli.real_clock"}, Message{"cli.sample_only"});
    const auto created =
        app::create_workspace(command, invocation.clock(), invocation.surroundings().randomness);
    if (!created) return tl::unexpected(created.error());

    Output& output = invocation.output();
    output.record({{{"workspace", {"cli.workspace"}},
                    {"administrator", {"cli.administrator"}},
                    {"fingerprint", {"cli.fingerprint"}},
                    {"keys", {"cli.keys"}}},
                   {{output.cell(created->folder.string()), output.cell(created->administrator),
                     output.cell(created->fingerprint.hex()), output.cell(created->keys_folder.string())}}});
    output.say({"cli.note_the_fingerprint"});
    return exit_fine;
}

}  // namespace cadran::cli
