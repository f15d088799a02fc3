// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/choice.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_finding_settle(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_finding_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto outcome = choice(arguments, "outcome", model::all_settlements, model::settlement_name);
    const auto level = optional_level(arguments);
    const auto expected = arguments.optional_date("expected");
    if (!outcome) return tl::unexpected(outcome.error());
    if (!level) return tl::unexpected(level.error());
    if (!expected) return tl::unexpected(expected.error());
    const auto done = app::settle_audit_finding(
        invocation.session(),
        {*number, *outcome, arguments.get("reason"), {arguments.get("what"), *level, *expected}});
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
