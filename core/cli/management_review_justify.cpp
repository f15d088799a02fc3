// SPDX-License-Identifier: Apache-2.0
#include "app/management_review.h"
#include "cli/actions.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> management_review_justify(Invocation& invocation) {
    const auto period = invocation.arguments().period("PERIOD");
    if (!period) return tl::unexpected(period.error());
    const auto input =
        choice(invocation.arguments(), "input", model::all_review_inputs, model::review_input_name);
    if (!input) return tl::unexpected(input.error());
    const auto answered = app::answer_input(
        invocation.session(),
        {*period, *input, model::AnswerKind::justified, invocation.arguments().get("reason"), {}});
    if (!answered) return tl::unexpected(answered.error());
    invocation.output().say({"cli.review_input_justified",
                             {{"input", model::review_input_title(*input)}, {"period", period->text()}}});
    return exit_fine;
}

}  // namespace cadran::cli
