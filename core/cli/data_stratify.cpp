// SPDX-License-Identifier: Apache-2.0
#include "app/data.h"
#include "cli/data_answer.h"
#include "cli/data_commands.h"

namespace cadran::cli {

Result<int> data_stratify(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto choice = record_choice(invocation);
    if (!choice) return tl::unexpected(choice.error());
    const auto classes = arguments.count("classes");
    if (!classes) return tl::unexpected(classes.error());
    return answer(invocation,
                  app::stratify_records(invocation.session(),
                                        {*choice, arguments.get("by"), arguments.find("bounds"), *classes}),
                  *choice);
}

}  // namespace cadran::cli
