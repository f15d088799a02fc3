// SPDX-License-Identifier: Apache-2.0
#include "cli/review_name.h"

namespace cadran::cli {

Result<app::ReviewName> review_name(const Arguments& arguments) {
    const auto period = arguments.period("period");
    if (!period) return tl::unexpected(period.error());
    return app::ReviewName{arguments.get("PROCESS"), *period};
}

}  // namespace cadran::cli
