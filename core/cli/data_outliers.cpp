// SPDX-License-Identifier: Apache-2.0
#include "app/data.h"
#include "cli/data_answer.h"
#include "cli/data_commands.h"

namespace cadran::cli {

Result<int> data_outliers(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto choice = record_choice(invocation);
    if (!choice) return tl::unexpected(choice.error());
    const auto beyond = arguments.decimal("beyond");
    if (!beyond) return tl::unexpected(beyond.error());
    return answer(invocation,
                  app::find_outliers(invocation.session(),
                                     {*choice, arguments.get("by"), arguments.find("per"), *beyond}),
                  *choice);
}

}  // namespace cadran::cli
