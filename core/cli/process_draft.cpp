// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> process_draft(Invocation& invocation) {
    const auto draft = app::draft_process(invocation.session(), invocation.arguments().get("PROCESS"));
    if (!draft) return tl::unexpected(draft.error());
    invocation.output().say(
        {"cli.handed_in", {{"name", draft->name}, {"version", std::int64_t{draft->number}}}});
    return exit_fine;
}

}  // namespace cadran::cli
