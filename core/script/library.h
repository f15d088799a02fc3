// SPDX-License-Identifier: Apache-2.0
// What judges may call of Lua's own library: everything at its real cost, nothing that reaches out of the
// sandbox.
#pragma once

struct lua_State;

namespace cadran::script {

// Pushes a new table of the basic functions.
void push_basic_functions(lua_State* state);

// Pushes a read-only table each; the string one also serves `text:upper()`.
void push_string_library(lua_State* state);
void push_table_library(lua_State* state);
void push_math_library(lua_State* state);

// Pushes a new table of all of them: what every judge finds under its global names, whatever it judges.
void push_judging_libraries(lua_State* state);

}  // namespace cadran::script
