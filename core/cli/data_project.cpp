// SPDX-License-Identifier: Apache-2.0
#include "app/data_sample.h"
#include "cli/data_answer.h"
#include "cli/data_commands.h"

namespace cadran::cli {

Result<int> data_project(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto confidence = arguments.decimal("confidence");
    if (!confidence) return tl::unexpected(confidence.error());
    app::ProjectErrors command{invocation.path("FILE"), arguments.get("interval"),
                               arguments.find("population")};
    if (*confidence) command.confidence = **confidence;
    return answer(invocation, app::project_errors(invocation.session(), command));
}

}  // namespace cadran::cli
