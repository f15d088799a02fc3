// SPDX-License-Identifier: Apache-2.0
// Which review a command of the noun `review` means.
#pragma once

#include "app/review.h"
#include "cli/arguments.h"

namespace cadran::cli {

Result<app::ReviewName> review_name(const Arguments& arguments);

}  // namespace cadran::cli
