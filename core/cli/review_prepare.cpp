// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/review_name.h"
#include "cli/review_page.h"

namespace cadran::cli {

Result<int> review_prepare(Invocation& invocation) {
    const auto name = review_name(invocation.arguments());
    if (!name) return tl::unexpected(name.error());
    const auto prepared = app::prepare_review(invocation.session(), *name);
    if (!prepared) return tl::unexpected(prepared.error());
    return print_review(invocation, *name);
}

}  // namespace cadran::cli
