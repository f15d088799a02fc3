// SPDX-License-Identifier: Apache-2.0
#include "app/nonconformity.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> nonconformity_extend(Invocation& invocation) {
    const auto number = invocation.arguments().count("NUMBER");
    if (!number) return tl::unexpected(number.error());
    const auto extended =
        app::extend_nonconformity(invocation.session(), **number, invocation.arguments().all("finding"));
    if (!extended) return tl::unexpected(extended.error());
    invocation.output().say({"cli.nonconformity_extended",
                             {{"number", extended->number}, {"count", std::ssize(extended->findings)}}});
    return exit_fine;
}

}  // namespace cadran::cli
