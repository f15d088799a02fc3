// SPDX-License-Identifier: Apache-2.0
#include "app/decision.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> finding_dismiss(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto item = app::settle_finding(
        invocation.session(), {arguments.get("FINDING"), model::Verdict::dismissed, arguments.get("reason")});
    if (!item) return tl::unexpected(item.error());
    invocation.output().say({"cli.settled",
                             {{"record", item->finding.subjects.front().key},
                              {"finding", item->finding.id},
                              {"verdict", model::verdict_title(model::Verdict::dismissed)}}});
    return exit_fine;
}

}  // namespace cadran::cli
