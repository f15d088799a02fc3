// SPDX-License-Identifier: Apache-2.0
// Works out values and conditions of the tree, plainly; only this layer sees it.
#pragma once

#include <memory>
#include <span>

#include "calendar/locality.h"
#include "expression/join_table.h"
#include "expression/tree.h"
#include "expression/truth.h"
#include "expression/value.h"
#include "expression/value_set.h"

namespace cadran::expression {

// What the names of a condition stand for at the moment: a record and the rows joined to it.
struct Bindings {
    const column::RecordBatch& batch;
    std::size_t row;
    std::span<const Match> matches;
    std::span<const column::Scalar> parameters;
    std::span<const std::shared_ptr<const ValueSet>> sets;
    std::span<const Value> derived;
    const calendar::Locality& locality;

    Value field(const FieldOperand& operand) const;
};

// Throws std::invalid_argument where there is none.
const ValueSet& set_of(const SemiJoinMembership& membership,
                       std::span<const std::shared_ptr<const ValueSet>> sets);

// Both throw std::overflow_error where a calculation does not fit. A value is what is compared and shown: an
// amount is in whole cents, rounded half away from zero.
Truth truth_of(const Node& node, const Bindings& bindings);
Value value_of(const Operand& operand, const Bindings& bindings);
// Before it is rounded: for further calculation.
Value exact_value_of(const Operand& operand, const Bindings& bindings);
// The rounding of a value of that type.
Value finished(Value value, column::Type type);

}  // namespace cadran::expression
