// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/dossier.h"
#include "cli/review_name.h"

namespace cadran::cli {

Result<int> review_show(Invocation& invocation) {
    const auto name = review_name(invocation.arguments());
    if (!name) return tl::unexpected(name.error());
    const auto dossier = app::show_review(invocation.session(), *name);
    if (!dossier) return tl::unexpected(dossier.error());
    print_dossier(invocation.output(), *dossier);
    return exit_fine;
}

}  // namespace cadran::cli
