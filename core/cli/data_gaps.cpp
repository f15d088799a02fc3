// SPDX-License-Identifier: Apache-2.0
#include "app/data.h"
#include "cli/data_answer.h"
#include "cli/data_commands.h"

namespace cadran::cli {

Result<int> data_gaps(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto choice = record_choice(invocation);
    if (!choice) return tl::unexpected(choice.error());
    return answer(invocation, app::find_gaps(invocation.session(), {*choice, arguments.get("by")}), *choice);
}

}  // namespace cadran::cli
