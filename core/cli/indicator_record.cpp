// SPDX-License-Identifier: Apache-2.0
#include "app/indicator.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/measurements.h"

namespace cadran::cli {

Result<int> indicator_record(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto period = arguments.period("period");
    const auto value = arguments.decimal("value");
    const auto numerator = arguments.count("numerator");
    const auto denominator = arguments.count("denominator");
    if (!period) return tl::unexpected(period.error());
    if (!value) return tl::unexpected(value.error());
    if (!numerator) return tl::unexpected(numerator.error());
    if (!denominator) return tl::unexpected(denominator.error());
    const auto recorded = app::record_indicator(
        invocation.session(),
        {arguments.get("PROCESS"), arguments.get("INDICATOR"), *period, *value, *numerator, *denominator,
         arguments.has("absent"), arguments.get("comment"), arguments.get("reason")});
    if (!recorded) return tl::unexpected(recorded.error());
    print_measurements(invocation.output(), *recorded);
    return exit_fine;
}

}  // namespace cadran::cli
