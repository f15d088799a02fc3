// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include <lua.hpp>

#include "script/environment.h"
#include "script/library.h"

namespace cadran::script {

namespace {

int absolute(lua_State* state) {
    if (lua_isinteger(state, 1) == 0) {
        lua_pushnumber(state, std::fabs(luaL_checknumber(state, 1)));
        return 1;
    }
    const lua_Integer number = lua_tointeger(state, 1);
    lua_pushinteger(state,
                    number < 0 ? static_cast<lua_Integer>(0 - static_cast<lua_Unsigned>(number)) : number);
    return 1;
}

template <double (*rounded)(double)>
int to_whole(lua_State* state) {
    if (lua_isinteger(state, 1) != 0) {
        lua_settop(state, 1);
        return 1;
    }
    const lua_Number number = rounded(luaL_checknumber(state, 1));
    lua_Integer whole = 0;
    if (lua_numbertointeger(number, &whole))
        lua_pushinteger(state, whole);
    else
        lua_pushnumber(state, number);
    return 1;
}

double down(double number) {
    return std::floor(number);
}
double up(double number) {
    return std::ceil(number);
}

// The least argument; with `backwards` the greatest.
template <bool backwards>
int extreme(lua_State* state) {
    const int count = lua_gettop(state);
    Sandbox::of(state).charge(count);
    int found = 1;
    for (int i = 1; i <= count; ++i) {
        luaL_checknumber(state, i);
        if (lua_compare(state, backwards ? found : i, backwards ? i : found, LUA_OPLT) != 0) found = i;
    }
    luaL_checknumber(state, found);
    lua_pushvalue(state, found);
    return 1;
}

int to_integer(lua_State* state) {
    luaL_checkany(state, 1);
    int is_integer = 0;
    const lua_Integer number = lua_type(state, 1) == LUA_TNUMBER ? lua_tointegerx(state, 1, &is_integer) : 0;
    if (is_integer != 0)
        lua_pushinteger(state, number);
    else
        lua_pushnil(state);
    return 1;
}

int type_of_number(lua_State* state) {
    luaL_checkany(state, 1);
    if (lua_type(state, 1) != LUA_TNUMBER)
        lua_pushnil(state);
    else
        lua_pushstring(state, lua_isinteger(state, 1) != 0 ? "integer" : "float");
    return 1;
}

// Functions whose results differ between machines (sin, log …), and chance, are left out.
constexpr Entry math_entries[] = {
    {"abs", &guarded<absolute>},         {"ceil", &guarded<to_whole<up>>},
    {"floor", &guarded<to_whole<down>>}, {"max", &guarded<extreme<true>>},
    {"min", &guarded<extreme<false>>},   {"tointeger", &guarded<to_integer>},
    {"type", &guarded<type_of_number>},
};

}  // namespace

void push_math_library(lua_State* state) {
    push_functions(state, math_entries);
    lua_pushinteger(state, std::numeric_limits<lua_Integer>::max());
    lua_setfield(state, -2, "maxinteger");
    lua_pushinteger(state, std::numeric_limits<lua_Integer>::min());
    lua_setfield(state, -2, "mininteger");
    lua_pushnumber(state, HUGE_VAL);
    lua_setfield(state, -2, "huge");
    make_read_only(state);
}

}  // namespace cadran::script
