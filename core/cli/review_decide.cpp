// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/review_name.h"

namespace cadran::cli {

Result<int> review_decide(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto name = review_name(arguments);
    const auto level = choice(arguments, "level", model::all_action_levels, model::action_level_name);
    const auto kind = choice(arguments, "kind", model::all_action_kinds, model::action_kind_name);
    const auto terms = action_terms(arguments);
    if (!name) return tl::unexpected(name.error());
    if (!level) return tl::unexpected(level.error());
    if (!kind) return tl::unexpected(kind.error());
    if (!terms) return tl::unexpected(terms.error());
    app::ProposeAction decision;
    decision.text = arguments.get("what");
    decision.level = *level;
    decision.kind = *kind;
    decision.causes = terms->causes;
    decision.owner = terms->owner;
    decision.due = terms->due;
    decision.effectiveness = terms->effectiveness;
    const auto decided = app::decide_in_review(invocation.session(), *name, std::move(decision));
    if (!decided) return tl::unexpected(decided.error());
    say_state(invocation.output(), *decided);
    return exit_fine;
}

}  // namespace cadran::cli
