// SPDX-License-Identifier: Apache-2.0
// What the names in a clause may mean.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/money.h"
#include "column/schema.h"

namespace cadran::expression {

// A value that is set from outside and never missing.
struct ParameterType {
    std::string name;
    column::Type type = column::Type::integer;
    Currency currency = {};          // of money
    TimeUnit unit = TimeUnit::days;  // of duration
};

struct Scope {
    std::string from;                              // name of the record type that is judged
    std::shared_ptr<const column::Schema> schema;  // its fields; never null
    std::vector<ParameterType> parameters = {};
    std::map<std::string, std::shared_ptr<const column::Schema>> types = {};  // those that a join may name
};

}  // namespace cadran::expression
