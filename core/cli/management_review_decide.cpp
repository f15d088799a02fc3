// SPDX-License-Identifier: Apache-2.0
#include "app/management_review.h"
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> management_review_decide(Invocation& invocation) {
    const auto period = invocation.arguments().period("PERIOD");
    if (!period) return tl::unexpected(period.error());
    const Arguments& arguments = invocation.arguments();
    const auto kind = choice(arguments, "output", model::all_output_kinds, model::output_kind_name);
    if (!kind) return tl::unexpected(kind.error());
    const auto terms = action_terms(arguments);
    if (!terms) return tl::unexpected(terms.error());
    const bool none = arguments.has("none");
    if (arguments.has(none ? "what" : "reason"))
        return invalid(Message{none ? "cli.none_has_a_reason" : "cli.reason_goes_with_none"},
                       Message{"cli.see_help", {{"command", "management-review decide"}}});
    const auto decided = app::decide_output(
        invocation.session(), {*period, *kind, none, arguments.get(none ? "reason" : "what"),
                               arguments.get("process"), terms->owner, terms->due, terms->effectiveness});
    if (!decided) return tl::unexpected(decided.error());
    invocation.output().say({"cli.review_output_decided",
                             {{"output", model::output_kind_title(*kind)}, {"period", period->text()}}});
    if (decided->action) say_state(invocation.output(), *decided->action);
    return exit_fine;
}

}  // namespace cadran::cli
