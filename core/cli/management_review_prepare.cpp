// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/management_review_page.h"

namespace cadran::cli {

Result<int> management_review_prepare(Invocation& invocation) {
    const auto period = invocation.arguments().period("PERIOD");
    if (!period) return tl::unexpected(period.error());
    const auto prepared = app::prepare_management_review(invocation.session(), *period);
    if (!prepared) return tl::unexpected(prepared.error());
    return print_management_review(invocation, *period);
}

}  // namespace cadran::cli
