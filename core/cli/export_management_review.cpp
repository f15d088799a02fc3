// SPDX-License-Identifier: Apache-2.0
#include "app/management_review.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> export_management_review(Invocation& invocation) {
    const auto period = invocation.arguments().period("PERIOD");
    if (!period) return tl::unexpected(period.error());
    const auto files = app::export_management_review(invocation.session(), *period, invocation.path("to"));
    if (!files) return tl::unexpected(files.error());
    invocation.output().say(
        {"cli.exported", {{"count", std::ssize(*files)}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
