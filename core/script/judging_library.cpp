// SPDX-License-Identifier: Apache-2.0
#include <lua.hpp>

#include "script/library.h"

namespace cadran::script {

void push_judging_libraries(lua_State* state) {
    push_basic_functions(state);
    push_string_library(state);
    lua_setfield(state, -2, "string");
    push_table_library(state);
    lua_setfield(state, -2, "table");
    push_math_library(state);
    lua_setfield(state, -2, "math");
}

}  // namespace cadran::script
