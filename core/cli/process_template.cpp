// SPDX-License-Identifier: Apache-2.0
#include "app/process_import.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> process_template(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const Done written =
        app::write_template(invocation.session(), {invocation.path("to"), arguments.get("process")});
    if (!written) return tl::unexpected(written.error());
    invocation.output().say({"cli.template_written", {{"file", arguments.get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
