// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/management_review_page.h"

namespace cadran::cli {

Result<int> management_review_hold(Invocation& invocation) {
    const auto period = invocation.arguments().period("PERIOD");
    if (!period) return tl::unexpected(period.error());
    const Arguments& arguments = invocation.arguments();
    const auto held = app::hold_management_review(
        invocation.session(), {*period, arguments.all("participant"), arguments.get("conclusion")});
    if (!held) return tl::unexpected(held.error());
    return print_management_review(invocation, *period);
}

}  // namespace cadran::cli
