// SPDX-License-Identifier: Apache-2.0
// The commands that ask questions of data.
#pragma once

#include <vector>

#include "cli/invocation.h"

namespace cadran::cli {

struct Command;

std::vector<Command> data_commands();

Result<int> data_stratify(Invocation& invocation);
Result<int> data_age(Invocation& invocation);
Result<int> data_gaps(Invocation& invocation);
Result<int> data_doubles(Invocation& invocation);
Result<int> data_benford(Invocation& invocation);
Result<int> data_outliers(Invocation& invocation);
Result<int> data_size(Invocation& invocation);
Result<int> data_sample(Invocation& invocation);
Result<int> data_project(Invocation& invocation);

}  // namespace cadran::cli
