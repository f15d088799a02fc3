// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/management_review_page.h"

namespace cadran::cli {

Result<int> management_review_supply(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    return answer_review_input(
        invocation, model::AnswerKind::supplied, arguments.get("text"),
        arguments.has("document") ? invocation.path("document") : std::filesystem::path(),
        "cli.review_input_supplied");
}

}  // namespace cadran::cli
