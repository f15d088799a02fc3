// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <numeric>

#include <lua.hpp>

#include "script/environment.h"
#include "script/library.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

// The functions of this library look behind metatables; so they take plain tables only.
lua_Integer length_of_plain_table(lua_State* state, int index) {
    luaL_checktype(state, index, LUA_TTABLE);
    if (lua_getmetatable(state, index) != 0) Sandbox::of(state).raise({"script.not_a_plain_table"});
    return static_cast<lua_Integer>(lua_rawlen(state, index));
}

// Pays for going through the places first to last, and says how many they are.
lua_Integer charge_range(lua_State* state, lua_Integer first, lua_Integer last) {
    if (first > last) return 0;
    const auto count = static_cast<lua_Unsigned>(last) - static_cast<lua_Unsigned>(first);
    constexpr lua_Unsigned greatest = std::numeric_limits<lua_Integer>::max() - 1;
    Sandbox::of(state).charge(static_cast<std::int64_t>(std::min(count, greatest)) + 1);
    return static_cast<lua_Integer>(count) + 1;
}

int concat(lua_State* state) {
    const lua_Integer size = length_of_plain_table(state, 1);
    const std::string separator = lua_isnoneornil(state, 2) ? "" : luaL_checkstring(state, 2);
    const lua_Integer first = luaL_optinteger(state, 3, 1);
    const lua_Integer last = luaL_optinteger(state, 4, size);
    const lua_Integer count = charge_range(state, first, last);
    std::string text;
    for (lua_Integer i = 0; i < count; ++i) {
        lua_rawgeti(state, 1, first + i);
        if (lua_isstring(state, -1) == 0) {
            Sandbox::of(state).raise(
                {"script.not_concatenable",
                 {{"index", first + i}, {"type", std::string(luaL_typename(state, -1))}}});
        }
        if (i > 0) text += separator;
        text += text_of(state, -1);
        lua_pop(state, 1);
        Sandbox::of(state).bound_block(text.size());
    }
    Sandbox::of(state).charge_block(text.size());
    lua_pushlstring(state, text.data(), text.size());
    return 1;
}

void move_up(lua_State* state, lua_Integer from, lua_Integer last) {
    charge_range(state, from, last);
    for (lua_Integer i = last; i >= from; --i) {
        lua_rawgeti(state, 1, i);
        lua_rawseti(state, 1, i + 1);
    }
}

int insert(lua_State* state) {
    const lua_Integer size = length_of_plain_table(state, 1);
    const int arguments = lua_gettop(state);
    luaL_argcheck(state, arguments == 2 || arguments == 3, arguments,
                  "wrong number of arguments to 'insert'");
    const lua_Integer position = arguments == 3 ? luaL_checkinteger(state, 2) : size + 1;
    luaL_argcheck(state, position >= 1 && position <= size + 1, 2, "position out of bounds");
    move_up(state, position, size);
    lua_pushvalue(state, arguments);
    lua_rawseti(state, 1, position);
    return 0;
}

int remove(lua_State* state) {
    const lua_Integer size = length_of_plain_table(state, 1);
    const lua_Integer position = luaL_optinteger(state, 2, size);
    luaL_argcheck(state, size == 0 || (position >= 1 && position <= size + 1), 2, "position out of bounds");
    charge_range(state, position, size);
    lua_rawgeti(state, 1, position);
    if (size == 0) return 1;
    for (lua_Integer i = position; i < size; ++i) {
        lua_rawgeti(state, 1, i + 1);
        lua_rawseti(state, 1, i);
    }
    if (position <= size) {
        lua_pushnil(state);
        lua_rawseti(state, 1, size);
    }
    return 1;
}

int move(lua_State* state) {
    const lua_Integer first = luaL_checkinteger(state, 2);
    const lua_Integer last = luaL_checkinteger(state, 3);
    const lua_Integer to = luaL_checkinteger(state, 4);
    const int target = lua_isnoneornil(state, 5) ? 1 : 5;
    length_of_plain_table(state, 1);
    length_of_plain_table(state, target);
    const lua_Integer count = charge_range(state, first, last);
    luaL_argcheck(state, to <= std::numeric_limits<lua_Integer>::max() - count, 4, "destination wrap around");
    const bool upwards = to > first && lua_rawequal(state, 1, target) != 0;
    for (lua_Integer step = 0; step < count; ++step) {
        const lua_Integer i = upwards ? count - 1 - step : step;
        lua_rawgeti(state, 1, first + i);
        lua_rawseti(state, target, to + i);
    }
    lua_pushvalue(state, target);
    return 1;
}

int pack(lua_State* state) {
    const int count = lua_gettop(state);
    Sandbox::of(state).charge(count);
    lua_createtable(state, count, 1);
    lua_insert(state, 1);
    for (int i = count; i >= 1; --i) lua_rawseti(state, 1, i);
    lua_pushinteger(state, count);
    lua_setfield(state, 1, "n");
    return 1;
}

int unpack(lua_State* state) {
    const lua_Integer size = length_of_plain_table(state, 1);
    const lua_Integer first = luaL_optinteger(state, 2, 1);
    const lua_Integer count = charge_range(state, first, luaL_optinteger(state, 3, size));
    luaL_argcheck(state, count < std::numeric_limits<int>::max(), 3, "too many results to unpack");
    luaL_checkstack(state, static_cast<int>(count), "too many results to unpack");
    for (lua_Integer i = 0; i < count; ++i) lua_rawgeti(state, 1, first + i);
    return static_cast<int>(count);
}

// Whether the element that was at place a must stand before the one at b. The elements are in the table at
// index 3.
bool stands_before(lua_State* state, lua_Integer a, lua_Integer b) {
    Sandbox& sandbox = Sandbox::of(state);
    const bool by_function = !lua_isnil(state, 2);
    if (by_function) lua_pushvalue(state, 2);
    lua_rawgeti(state, 3, a);
    lua_rawgeti(state, 3, b);
    if (!by_function && lua_type(state, -1) == LUA_TSTRING) sandbox.charge_bytes(lua_rawlen(state, -1));
    sandbox.charge(2);
    if (by_function) lua_call(state, 2, 1);
    const bool before =
        by_function ? lua_toboolean(state, -1) != 0 : lua_compare(state, -2, -1, LUA_OPLT) != 0;
    lua_pop(state, by_function ? 1 : 2);
    return before;
}

// Bottom-up merge sort over places: stable, and safe whatever a comparing function answers.
std::vector<lua_Integer> sorted_places(lua_State* state, lua_Integer size) {
    std::vector<lua_Integer> places(static_cast<std::size_t>(size));
    std::iota(places.begin(), places.end(), lua_Integer{1});
    std::vector<lua_Integer> merged(places.size());
    for (std::size_t width = 1; width < places.size(); width *= 2) {
        for (std::size_t begin = 0; begin < places.size(); begin += 2 * width) {
            const std::size_t middle = std::min(begin + width, places.size());
            const std::size_t end = std::min(begin + 2 * width, places.size());
            std::size_t left = begin;
            std::size_t right = middle;
            for (std::size_t out = begin; out < end; ++out) {
                const bool take_right =
                    left == middle || (right < end && stands_before(state, places[right], places[left]));
                merged[out] = take_right ? places[right++] : places[left++];
            }
        }
        places.swap(merged);
    }
    return places;
}

int sort(lua_State* state) {
    const lua_Integer size = length_of_plain_table(state, 1);
    lua_settop(state, 2);
    if (!lua_isnil(state, 2)) luaL_checktype(state, 2, LUA_TFUNCTION);
    charge_range(state, 1, size);
    lua_createtable(state, static_cast<int>(size), 0);
    for (lua_Integer i = 1; i <= size; ++i) {
        lua_rawgeti(state, 1, i);
        lua_rawseti(state, 3, i);
    }
    lua_Integer place = 0;
    for (const lua_Integer original : sorted_places(state, size)) {
        lua_rawgeti(state, 3, original);
        lua_rawseti(state, 1, ++place);
    }
    return 0;
}

constexpr Entry table_entries[] = {
    {"concat", &guarded<concat>}, {"insert", &guarded<insert>}, {"move", &guarded<move>},
    {"pack", &guarded<pack>},     {"remove", &guarded<remove>}, {"sort", &guarded<sort>},
    {"unpack", &guarded<unpack>},
};

}  // namespace

void push_table_library(lua_State* state) {
    push_functions(state, table_entries);
    make_read_only(state);
}

}  // namespace cadran::script
