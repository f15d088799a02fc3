// SPDX-License-Identifier: Apache-2.0
// A review on the terminal: what every step of it prints.
#pragma once

#include <functional>
#include <string>

#include "app/review.h"
#include "base/json.h"
#include "cli/invocation.h"

namespace cadran::cli {

// The elements of an array, each on a line of its own.
std::string lines(const Json& array, const std::function<std::string(const Json&)>& line);

// As it stands after the step; of a signed review, as it was frozen.
Result<int> print_review(Invocation& invocation, const app::ReviewName& name);

}  // namespace cadran::cli
