// SPDX-License-Identifier: Apache-2.0
#include "app/worklist.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/work_item.h"

namespace cadran::cli {

Result<int> worklist_show(Invocation& invocation) {
    const auto item = app::show_work_item(invocation.session(), invocation.arguments().get("ITEM"));
    if (!item) return tl::unexpected(item.error());
    print_work_item(invocation.output(), *item);
    return exit_fine;
}

}  // namespace cadran::cli
