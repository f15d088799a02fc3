// SPDX-License-Identifier: Apache-2.0
#include "app/data.h"
#include "cli/data_answer.h"
#include "cli/data_commands.h"

namespace cadran::cli {

Result<int> data_age(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto choice = record_choice(invocation);
    if (!choice) return tl::unexpected(choice.error());
    const auto to = arguments.optional_date("to");
    if (!to) return tl::unexpected(to.error());
    app::AgeRecords command{*choice, arguments.get("from"), *to};
    if (arguments.has("bounds")) command.bounds = arguments.get("bounds");
    command.sum = arguments.find("sum");
    return answer(invocation, app::age_records(invocation.session(), command), *choice);
}

}  // namespace cadran::cli
