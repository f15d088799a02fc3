// SPDX-License-Identifier: Apache-2.0
// Which values a condition lacks where it is unknown; only this layer sees it.
#pragma once

#include <vector>

#include "expression/reckoning.h"
#include "expression/tree.h"

namespace cadran::expression {

// The fields without a value that keep the condition from being decided, in the order in which they are
// written; where none is missing, as the first digit of 0, those that are read. None of a condition that is
// decided.
std::vector<FieldOperand> lacking(const Node& node, const Bindings& bindings);
// Likewise of a value.
std::vector<FieldOperand> lacking(const Operand& operand, const Bindings& bindings);

}  // namespace cadran::expression
