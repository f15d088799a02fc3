// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> process_accept(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto from = arguments.date("from");
    if (!from) return tl::unexpected(from.error());
    const auto accepted =
        app::accept_process(invocation.session(), {arguments.get("PROCESS"), *from, arguments.get("reason")});
    if (!accepted) return tl::unexpected(accepted.error());
    invocation.output().say(
        {"cli.accepted",
         {{"name", accepted->name}, {"version", std::int64_t{accepted->number}}, {"date", *from}}});
    return exit_fine;
}

}  // namespace cadran::cli
