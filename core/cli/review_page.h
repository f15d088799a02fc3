// SPDX-License-Identifier: Apache-2.0
// A review on the terminal: what every step of it prints.
#pragma once

#include "app/review.h"
#include "cli/invocation.h"

namespace cadran::cli {

// As it stands after the step; of a signed review, as it was frozen.
Result<int> print_review(Invocation& invocation, const app::ReviewName& name);

}  // namespace cadran::cli
