// SPDX-License-Identifier: Apache-2.0
// The functions of Lua's string library that take patterns, every step of a search charged.
#pragma once

struct lua_State;

namespace cadran::script {

int find_pattern(lua_State* state);   // string.find
int match_pattern(lua_State* state);  // string.match
int all_matches(lua_State* state);    // string.gmatch
int substitute(lua_State* state);     // string.gsub

}  // namespace cadran::script
