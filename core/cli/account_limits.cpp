// SPDX-License-Identifier: Apache-2.0
#include "app/web_session.h"
#include "cli/access_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> account_limits(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto idle = arguments.count("idle"), whole = arguments.count("whole");
    if (!idle) return tl::unexpected(idle.error());
    if (!whole) return tl::unexpected(whole.error());
    app::SessionLimits limits = app::session_limits(invocation.workspace());
    if (*idle || *whole) {
        // More than a year is too long, however it is counted.
        constexpr std::int64_t most = 366 * 24 * 60;
        if (*idle) limits.idle = std::chrono::minutes{std::min(**idle, most)};
        if (*whole) limits.whole = std::chrono::hours{std::min(**whole, most)};
        const auto set = app::set_session_limits(invocation.session(), limits);
        if (!set) return tl::unexpected(set.error());
    }
    Output& output = invocation.output();
    output.record({{{"idle_minutes", {"cli.idle_minutes"}}, {"hours", {"cli.session_hours"}}},
                   {{output.cell(std::int64_t{limits.idle.count()}),
                     output.cell(std::int64_t{limits.whole.count()})}}});
    return exit_fine;
}

}  // namespace cadran::cli
