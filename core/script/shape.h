// SPDX-License-Identifier: Apache-2.0
// The words of plugin authors: the functions they call and the keys that each table may have.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "column/scalar.h"

namespace cadran::script {

// A kind of table; lua/annotations documents it as class `cadran.<name>`.
struct Shape {
    std::string_view name;
    std::vector<std::string> keys;
};

std::span<const Shape> shapes();
// Throws std::out_of_range where there is none of that name.
const Shape& shape(std::string_view name);
// `money { … }` in the list of a record's fields, and among the parameters; a type that cannot be a parameter
// has no shape there.
const Shape& field_shape(column::Type type);
const Shape* parameter_shape(column::Type type);

// What a file may call while it is loaded.
inline constexpr std::array<std::string_view, 18> declaring_functions{
    "plugin",  "record",   "control", "indicator", "checklist", "spec", "property", "boolean", "integer",
    "decimal", "duration", "money",   "date",      "time",      "text", "code",     "secret",  "list"};
// What a judge gives as its verdict.
inline constexpr std::array<std::string_view, 3> judging_functions{"pass", "fail", "not_applicable"};
// With what the judge of a checklist proposes a level of risk.
inline constexpr std::string_view grading_function = "level";

}  // namespace cadran::script
