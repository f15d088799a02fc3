// SPDX-License-Identifier: Apache-2.0
// What a query does with the records that its `where` keeps; only this layer sees it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "expression/tree.h"

namespace cadran::expression {

enum class Aggregation { count, count_distinct, sum, min, max, mean, median };

struct Aggregate {
    Aggregation aggregation = Aggregation::count;
    std::optional<Operand> argument = {};  // none of count
    std::string text = {};                 // as written, spaces included
    column::Type type = column::Type::integer;
    Currency currency = {};
    TimeUnit unit = TimeUnit::days;
};

struct Window {
    std::string name;
    Aggregate aggregate;
    Operand length;  // a literal or a parameter
    std::vector<Operand> by;
    Operand ordered_by;  // a date
};

struct SamplePlan {
    std::optional<Decimal> rate;  // above 0, at most 1; else:
    std::int64_t size = 0;        // of each stratum, above 0
    std::vector<Operand> by;      // fields that make a stratum
};

struct Plan {
    std::optional<std::vector<Operand>> group;  // the fields that make a group
    std::vector<Aggregate> aggregates;          // of groups, in the order in which `having` names them first
    std::vector<Window> windows;
    std::optional<Node> having;  // over aggregates, or over windows
    std::optional<Operand> history;
    std::optional<SamplePlan> sample;
};

// Calls for every field that is read, in no particular order.
void for_each_field(const Plan& plan, const std::function<void(const FieldOperand&)>& call);

// The length that a literal or a parameter says.
Duration length_of(const Operand& length, std::span<const column::Scalar> parameters);

}  // namespace cadran::expression
