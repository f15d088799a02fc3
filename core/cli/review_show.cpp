// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/review_name.h"
#include "cli/review_page.h"

namespace cadran::cli {

Result<int> review_show(Invocation& invocation) {
    const auto name = review_name(invocation.arguments());
    if (!name) return tl::unexpected(name.error());
    return print_review(invocation, *name);
}

}  // namespace cadran::cli
