// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_finding_answer(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_finding_number(arguments);
    if (!number) return tl::unexpected(number.error());
    if (arguments.has("accept") == arguments.has("contest"))
        return invalid(Message{"cli.accept_or_contest"}, Message{"cli.accept_or_contest_is"});
    const auto done = app::answer_audit_finding(invocation.session(),
                                                {*number, arguments.has("accept"), arguments.get("argument"),
                                                 arguments.get("cause"), arguments.get("owner")});
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
