// SPDX-License-Identifier: Apache-2.0
#include "app/indicator.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/measurements.h"

namespace cadran::cli {

Result<int> indicator_show(Invocation& invocation) {
    const auto shown = app::show_indicators(invocation.session(), invocation.arguments().get("PROCESS"),
                                            invocation.arguments().get("indicator"));
    if (!shown) return tl::unexpected(shown.error());
    print_measurements(invocation.output(), *shown);
    return exit_fine;
}

}  // namespace cadran::cli
