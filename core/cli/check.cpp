// SPDX-License-Identifier: Apache-2.0
#include "app/check.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> check(Invocation& invocation) {
    const auto checked = app::check_drafts(invocation.session());
    if (!checked) return tl::unexpected(checked.error());
    Output& output = invocation.output();
    output.faults(checked->faults);
    output.say(
        {"cli.checked", {{"files", std::int64_t{checked->files}}, {"count", std::ssize(checked->faults)}}});
    return checked->faults.empty() ? exit_fine : exit_found;
}

}  // namespace cadran::cli
