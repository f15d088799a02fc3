// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> action_progress(Invocation& invocation) {
    const auto number = invocation.arguments().count("NUMBER");
    const auto percent = invocation.arguments().count("percent");
    if (!number) return tl::unexpected(number.error());
    if (!percent) return tl::unexpected(percent.error());
    const int bounded = static_cast<int>(std::min<std::int64_t>(**percent, 1'000));
    const auto reported =
        app::report_progress(invocation.session(), **number, bounded, invocation.arguments().get("comment"));
    if (!reported) return tl::unexpected(reported.error());
    invocation.output().say(
        {"cli.action_progress", {{"number", reported->number}, {"percent", Decimal{reported->progress, 0}}}});
    return exit_fine;
}

}  // namespace cadran::cli
