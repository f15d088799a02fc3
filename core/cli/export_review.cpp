// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/review_name.h"

namespace cadran::cli {

Result<int> export_review(Invocation& invocation) {
    const auto name = review_name(invocation.arguments());
    if (!name) return tl::unexpected(name.error());
    const auto files = app::export_review(invocation.session(), *name, invocation.path("to"));
    if (!files) return tl::unexpected(files.error());
    invocation.output().say(
        {"cli.exported", {{"count", std::ssize(*files)}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
