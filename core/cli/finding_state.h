// SPDX-License-Identifier: Apache-2.0
// The states of findings as `--state` names them.
#pragma once

#include <optional>

#include "cli/arguments.h"
#include "model/finding.h"

namespace cadran::cli {

// `all` is none; without the option it is `otherwise`. Fails on other words, naming those that are known.
Result<std::optional<model::FindingState>> finding_state(const Arguments& arguments,
                                                         std::optional<model::FindingState> otherwise);

// None without the option.
Result<std::optional<calendar::Period>> optional_period(const Arguments& arguments);

}  // namespace cadran::cli
