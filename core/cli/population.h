// SPDX-License-Identifier: Apache-2.0
// The clauses of a control or a measure as their author wrote them.
#pragma once

#include <string>

#include "model/control.h"

namespace cadran::cli {

// A line each, in the order in which they are read: `from claim`, `where amount > threshold`.
std::string clauses_text(const model::Population& population);

}  // namespace cadran::cli
