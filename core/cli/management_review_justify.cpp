// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/management_review_page.h"

namespace cadran::cli {

Result<int> management_review_justify(Invocation& invocation) {
    return answer_review_input(invocation, model::AnswerKind::justified, invocation.arguments().get("reason"),
                               {}, "cli.review_input_justified");
}

}  // namespace cadran::cli
