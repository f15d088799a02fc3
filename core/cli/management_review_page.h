// SPDX-License-Identifier: Apache-2.0
// A management review on the terminal: what every step of it prints.
#pragma once

#include "app/management_review.h"
#include "cli/invocation.h"

namespace cadran::cli {

// As it stands after the step; of a signed review, as it was frozen.
Result<int> print_management_review(Invocation& invocation, const calendar::Period& period);

}  // namespace cadran::cli
