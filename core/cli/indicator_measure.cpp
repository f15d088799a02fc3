// SPDX-License-Identifier: Apache-2.0
#include "app/indicator.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/measurements.h"

namespace cadran::cli {

Result<int> indicator_measure(Invocation& invocation) {
    const auto period = invocation.arguments().period("period");
    if (!period) return tl::unexpected(period.error());
    const auto measured = app::measure_indicators(invocation.session(), invocation.arguments().get("PROCESS"),
                                                  *period, invocation.arguments().get("reason"));
    if (!measured) return tl::unexpected(measured.error());
    print_measurements(invocation.output(), *measured);
    return exit_fine;
}

}  // namespace cadran::cli
