// SPDX-License-Identifier: Apache-2.0
#include "app/data_sample.h"
#include "cli/data_answer.h"
#include "cli/data_commands.h"

namespace cadran::cli {

Result<int> data_sample(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto choice = record_choice(invocation);
    if (!choice) return tl::unexpected(choice.error());
    const auto confidence = arguments.decimal("confidence");
    if (!confidence) return tl::unexpected(confidence.error());
    app::SampleAmounts command{*choice, arguments.get("by"), arguments.get("precision")};
    if (*confidence) command.confidence = **confidence;
    command.expected = arguments.find("expected");
    command.seed = arguments.find("seed");
    return answer(invocation, app::sample_amounts(invocation.session(), command), *choice);
}

}  // namespace cadran::cli
