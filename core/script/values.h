// SPDX-License-Identifier: Apache-2.0
// The data of the host in the hands of a script: exact, comparable, and only to be read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "column/scalar.h"

struct lua_State;

namespace cadran::script {

// A record or the parameters: named values that the host looks up when they are asked for.
struct Row {
    std::string kind;  // what it is called in faults: the record type, `parameters`
    std::vector<std::string> names;
    std::function<column::Scalar(std::size_t)> value;  // of the name with that index
};

// Pushes it; it must outlive the state. Reading an unknown name and writing are faults.
void push_row(lua_State* state, const Row& row);

// Pushes them as a list, a new table; likewise.
void push_rows(lua_State* state, const std::vector<Row>& rows);

// Pushes a missing value as nil, a text or code as string, a list as a new table; decimals, money, dates,
// times, durations and secrets as values that compare with their own kind only.
void push_scalar(lua_State* state, const column::Scalar& value);

// The text of such a value; none of anything else.
std::optional<std::string> value_text(lua_State* state, int index);

}  // namespace cadran::script
