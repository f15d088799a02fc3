// SPDX-License-Identifier: Apache-2.0
// The program as seen from its caller: words in, exit code out.
#pragma once

#include <string>
#include <vector>

#include "cli/invocation.h"

namespace cadran::cli {

// `words` without the name of the program. Never throws; what nobody could mend is said and ends with 70.
int run(const std::vector<std::string>& words, const Surroundings& surroundings);

}  // namespace cadran::cli
