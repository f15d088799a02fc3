// SPDX-License-Identifier: Apache-2.0
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> action_propose(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto level = choice(arguments, "level", model::all_action_levels, model::action_level_name);
    const auto kind = choice(arguments, "kind", model::all_action_kinds, model::action_kind_name);
    const Result<model::ActionOrigin> origin =
        arguments.has("origin")
            ? choice(arguments, "origin", model::all_action_origins, model::action_origin_name)
            : Result<model::ActionOrigin>(model::ActionOrigin::by_hand);
    const auto terms = action_terms(arguments);
    if (!level) return tl::unexpected(level.error());
    if (!kind) return tl::unexpected(kind.error());
    if (!origin) return tl::unexpected(origin.error());
    if (!terms) return tl::unexpected(terms.error());
    const auto proposed =
        app::propose_action(invocation.session(), {arguments.get("PROCESS"), arguments.get("what"), *level,
                                                   *kind, *origin, arguments.get("reference"), terms->causes,
                                                   terms->owner, terms->due, terms->effectiveness});
    if (!proposed) return tl::unexpected(proposed.error());
    say_state(invocation.output(), *proposed);
    return exit_fine;
}

}  // namespace cadran::cli
