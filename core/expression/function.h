// SPDX-License-Identifier: Apache-2.0
// The functions of the language; only this layer sees it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/locality.h"
#include "expression/tree.h"
#include "expression/value.h"

namespace cadran::expression {

struct Signature {
    Function function;
    std::string_view name;
    std::vector<column::Type> arguments;  // of first_digit, which takes any number, decimal
    column::Type result;
};

std::span<const Signature> signatures();
const Signature* find_signature(std::string_view name);

// Missing where an argument is.
Value call(Function function, std::span<const Value> arguments, const calendar::Locality& locality);

}  // namespace cadran::expression
