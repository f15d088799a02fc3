// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/review_name.h"
#include "cli/review_page.h"

namespace cadran::cli {

Result<int> review_hold(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto name = review_name(arguments);
    if (!name) return tl::unexpected(name.error());
    const auto held = app::hold_review(invocation.session(),
                                       {*name, arguments.all("participant"), arguments.get("conclusion")});
    if (!held) return tl::unexpected(held.error());
    return print_review(invocation, *name);
}

}  // namespace cadran::cli
