// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/definitions.h"

namespace cadran::cli {

Result<int> process_draft(Invocation& invocation) {
    std::optional<calendar::Period> review;
    if (invocation.arguments().has("review")) {
        const auto period = invocation.arguments().period("review");
        if (!period) return tl::unexpected(period.error());
        review = *period;
    }
    return print_draft(
        invocation, app::draft_process(invocation.session(), invocation.arguments().get("PROCESS"), review));
}

}  // namespace cadran::cli
