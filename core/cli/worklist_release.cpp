// SPDX-License-Identifier: Apache-2.0
#include "app/worklist.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> worklist_release(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto again = arguments.count("again");
    if (!again) return tl::unexpected(again.error());
    const auto release = *again ? app::find_release(invocation.session(), **again)
                                : app::release_payments(invocation.session());
    if (!release) return tl::unexpected(release.error());
    write_durably(invocation.path("released"), release->released, Access::owner);
    write_durably(invocation.path("suspended"), release->suspended, Access::owner);
    invocation.output().say({"cli.released",
                             {{"number", release->list.number},
                              {"count", std::ssize(release->list.findings)},
                              {"released", arguments.get("released")},
                              {"suspended", arguments.get("suspended")}}});
    return exit_fine;
}

}  // namespace cadran::cli
