// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/dossier.h"
#include "cli/review_name.h"

namespace cadran::cli {

Result<int> review_hold(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto name = review_name(arguments);
    if (!name) return tl::unexpected(name.error());
    const auto dossier = app::hold_review(invocation.session(), {*name, arguments.all("participant"), arguments.get("conclusion")});
    if (!dossier) return tl::unexpected(dossier.error());
    print_dossier(invocation.output(), *dossier);
    return exit_fine;
}

}  // namespace cadran::cli
