// SPDX-License-Identifier: Apache-2.0
// Works out aggregates; only this layer sees it.
#pragma once

#include <vector>

#include "expression/plan.h"
#include "expression/value.h"

namespace cadran::expression {

// Over the argument's exact values of at least one record; of a count, one value a record. Missing where one
// of them is. Not rounded; throws std::overflow_error where a sum does not fit 128 bits.
Value aggregated(Aggregation aggregation, std::vector<Value> values);

// The value as it is shown: amounts in whole cents, decimals of at most 9 digits. Throws std::overflow_error.
column::Scalar scalar_of(const Value& value, column::Type type, const Currency& currency, TimeUnit unit);

}  // namespace cadran::expression
