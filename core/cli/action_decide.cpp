// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> action_decide(Invocation& invocation) {
    const auto number = invocation.arguments().count("NUMBER");
    const auto terms = action_terms(invocation.arguments());
    if (!number) return tl::unexpected(number.error());
    if (!terms) return tl::unexpected(terms.error());
    const auto decided = app::decide_action(
        invocation.session(), {**number, terms->causes, terms->owner, terms->due, terms->effectiveness});
    if (!decided) return tl::unexpected(decided.error());
    say_state(invocation.output(), *decided);
    return exit_fine;
}

}  // namespace cadran::cli
