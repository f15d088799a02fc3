// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <lua.hpp>

#include "script/environment.h"
#include "script/library.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

int type_of(lua_State* state) {
    luaL_checkany(state, 1);
    lua_pushstring(state, luaL_typename(state, 1));
    return 1;
}

int to_text(lua_State* state) {
    luaL_checkany(state, 1);
    Sandbox::of(state).charge_bytes(lua_rawlen(state, 1));
    const std::string text = text_of(state, 1);
    lua_pushlstring(state, text.data(), text.size());
    return 1;
}

int to_number(lua_State* state) {
    luaL_checkany(state, 1);
    luaL_argcheck(state, lua_isnoneornil(state, 2), 2, "numbers are decimal here");
    if (lua_type(state, 1) == LUA_TNUMBER) {
        lua_settop(state, 1);
        return 1;
    }
    if (lua_type(state, 1) == LUA_TSTRING) {
        std::size_t size = 0;
        const char* text = lua_tolstring(state, 1, &size);
        Sandbox::of(state).charge_bytes(size);
        if (lua_stringtonumber(state, text) == size + 1) return 1;
    }
    lua_pushnil(state);
    return 1;
}

int select(lua_State* state) {
    const int count = lua_gettop(state);
    if (lua_type(state, 1) == LUA_TSTRING && std::string_view(lua_tostring(state, 1)) == "#") {
        lua_pushinteger(state, count - 1);
        return 1;
    }
    const lua_Integer first = luaL_checkinteger(state, 1);
    luaL_argcheck(state, first != 0 && first >= 1 - count, 1, "index out of range");
    Sandbox::of(state).charge(count);
    if (first < 0) return static_cast<int>(-first);
    return first < count ? count - static_cast<int>(first) : 0;
}

int raise_error(lua_State* state) {
    const lua_Integer level = luaL_optinteger(state, 2, 1);
    lua_settop(state, 1);
    if (lua_type(state, 1) == LUA_TSTRING && (level == 1 || level == 2)) {
        luaL_where(state, static_cast<int>(level));
        lua_pushvalue(state, 1);
        lua_concat(state, 2);
    }
    return lua_error(state);
}

int assert_true(lua_State* state) {
    luaL_checkany(state, 1);
    if (lua_toboolean(state, 1) != 0) return lua_gettop(state);
    lua_remove(state, 1);
    lua_pushliteral(state, "assertion failed!");
    lua_settop(state, 1);
    return raise_error(state);
}

// What stops a script for good is never caught.
int protected_call(lua_State* state) {
    luaL_checkany(state, 1);
    Sandbox::of(state).charge(10);
    lua_pushboolean(state, 1);
    lua_insert(state, 1);
    const int status = lua_pcall(state, lua_gettop(state) - 2, LUA_MULTRET, 0);
    Sandbox::of(state).after_protected_call(status);
    if (status == LUA_OK) return lua_gettop(state);
    lua_pushboolean(state, 0);
    lua_insert(state, -2);
    return 2;
}

// The handler runs after the stack is unwound, as an ordinary call: inside the error nothing would count its
// steps.
int protected_call_with_handler(lua_State* state) {
    luaL_checkany(state, 2);
    Sandbox::of(state).charge(10);
    lua_pushboolean(state, 1);
    lua_pushvalue(state, 1);
    lua_rotate(state, 3, 2);
    const int status = lua_pcall(state, lua_gettop(state) - 4, LUA_MULTRET, 0);
    Sandbox::of(state).after_protected_call(status);
    if (status == LUA_OK) return lua_gettop(state) - 2;
    lua_pushboolean(state, 0);
    lua_replace(state, 1);
    lua_settop(state, 4);  // false, handler, true, error
    lua_remove(state, 3);
    lua_call(state, 1, LUA_MULTRET);
    return lua_gettop(state);
}

int next_of_list(lua_State* state) {
    const lua_Integer index = luaL_checkinteger(state, 2) + 1;
    lua_pushinteger(state, index);
    return lua_geti(state, 1, index) == LUA_TNIL ? 1 : 2;
}

int list_pairs(lua_State* state) {
    luaL_checktype(state, 1, LUA_TTABLE);
    lua_pushcfunction(state, &guarded<next_of_list>);
    lua_pushvalue(state, 1);
    lua_pushinteger(state, 0);
    return 3;
}

// Numbers before texts before booleans; numbers and texts ascending.
struct Key {
    int rank = 0;
    lua_Integer integer = 0;
    lua_Number number = 0;
    std::string text = {};

    friend bool operator<(const Key& left, const Key& right) {
        if (left.rank != right.rank) return left.rank < right.rank;
        if (left.number != right.number) return left.number < right.number;
        if (left.integer != right.integer) return left.integer < right.integer;
        return left.text < right.text;
    }
};

// None of a key that has no order.
std::optional<Key> key_at(lua_State* state, int index) {
    switch (lua_type(state, index)) {
        case LUA_TNUMBER: return Key{0, lua_tointeger(state, index), lua_tonumber(state, index)};
        case LUA_TSTRING: return Key{.rank = 1, .text = text_of(state, index)};
        case LUA_TBOOLEAN: return Key{.rank = 2, .integer = lua_toboolean(state, index)};
        default: return {};
    }
}

void push_key(lua_State* state, const Key& key) {
    if (key.rank == 1)
        lua_pushlstring(state, key.text.data(), key.text.size());
    else if (key.rank == 2)
        lua_pushboolean(state, static_cast<int>(key.integer));
    else if (static_cast<lua_Number>(key.integer) == key.number)
        lua_pushinteger(state, key.integer);
    else
        lua_pushnumber(state, key.number);
}

// The table's keys in order. All are looked at before any is refused: in which order Lua has them depends on
// addresses, and must show neither in what is said nor in what is charged.
std::vector<Key> sorted_keys(lua_State* state, int table) {
    std::vector<Key> keys;
    std::optional<std::string> without_order;
    for (lua_pushnil(state); lua_next(state, table) != 0; lua_pop(state, 1)) {
        Sandbox::of(state).charge_bytes(lua_type(state, -2) == LUA_TSTRING ? 64 + lua_rawlen(state, -2) : 64);
        const std::string type = luaL_typename(state, -2);
        if (auto key = key_at(state, -2))
            keys.push_back(std::move(*key));
        else
            without_order = std::min(without_order.value_or(type), type);
    }
    if (without_order) Sandbox::of(state).raise({"script.keys_without_order", {{"type", *without_order}}});
    std::ranges::sort(keys, [](const Key& left, const Key& right) { return left < right; });
    return keys;
}

void push_sorted_keys(lua_State* state, int table) {
    const std::vector<Key> keys = sorted_keys(state, table);
    lua_createtable(state, static_cast<int>(keys.size()), 0);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        push_key(state, keys[i]);
        lua_rawseti(state, -2, static_cast<lua_Integer>(i) + 1);
    }
}

// Upvalues: the table, its keys in order, how many were given. Keys removed meanwhile are passed over.
int next_pair(lua_State* state) {
    lua_Integer index = lua_tointeger(state, lua_upvalueindex(3));
    while (true) {
        lua_settop(state, 0);
        Sandbox::of(state).charge(1);
        const int type = lua_rawgeti(state, lua_upvalueindex(2), ++index);
        if (type == LUA_TNIL) return 1;
        lua_pushvalue(state, 1);
        if (lua_rawget(state, lua_upvalueindex(1)) == LUA_TNIL) continue;
        lua_pushinteger(state, index);
        lua_replace(state, lua_upvalueindex(3));
        return 2;
    }
}

// Always in the same order, so that a judgement can be repeated.
int sorted_pairs(lua_State* state) {
    luaL_checktype(state, 1, LUA_TTABLE);
    lua_pushvalue(state, 1);
    push_sorted_keys(state, 1);
    lua_pushinteger(state, 0);
    lua_pushcclosure(state, &guarded<next_pair>, 3);
    return 1;
}

// The table gets a copy of what the metatable says now; later changes to it are without effect. Only what
// operators do can be said: not what happens when garbage is collected. A table as `__call` would be called
// through itself, uncounted, until the stack is full.
int set_metatable(lua_State* state) {
    static constexpr std::array allowed{"__index", "__newindex", "__call", "__eq",  "__lt",  "__le",
                                        "__len",   "__concat",   "__unm",  "__add", "__sub", "__mul",
                                        "__div",   "__mod",      "__pow",  "__idiv"};
    static constexpr std::array refused{"__gc",   "__mode",     "__close", "__metatable",
                                        "__name", "__tostring", "__pairs"};
    luaL_checktype(state, 1, LUA_TTABLE);
    luaL_checktype(state, 2, LUA_TTABLE);
    if (luaL_getmetafield(state, 1, "__metatable") != LUA_TNIL) {
        Sandbox::of(state).raise({"script.protected_metatable", {}});
    }
    lua_settop(state, 2);
    for (const char* event : refused) {
        lua_pushstring(state, event);
        if (lua_rawget(state, 2) != LUA_TNIL) {
            Sandbox::of(state).raise({"script.metamethod_refused", {{"name", std::string(event)}}});
        }
        lua_pop(state, 1);
    }
    lua_newtable(state);
    for (const char* event : allowed) {
        lua_pushstring(state, event);
        lua_pushvalue(state, -1);
        const int type = lua_rawget(state, 2);
        if (type == LUA_TNIL) {
            lua_pop(state, 2);
            continue;
        }
        const bool may_be_a_table = std::string_view(event).ends_with("index");
        if (type != LUA_TFUNCTION && !(may_be_a_table && type == LUA_TTABLE))
            Sandbox::of(state).raise({"script.metamethod_not_a_function", {{"name", std::string(event)}}});
        lua_rawset(state, 3);
    }
    lua_setmetatable(state, 1);
    lua_settop(state, 1);
    return 1;
}

constexpr Entry basic_entries[] = {
    {"assert", &guarded<assert_true>},
    {"error", &guarded<raise_error>},
    {"ipairs", &guarded<list_pairs>},
    {"pairs", &guarded<sorted_pairs>},
    {"pcall", &guarded<protected_call>},
    {"select", &guarded<select>},
    {"setmetatable", &guarded<set_metatable>},
    {"tonumber", &guarded<to_number>},
    {"tostring", &guarded<to_text>},
    {"type", &guarded<type_of>},
    {"xpcall", &guarded<protected_call_with_handler>},
};

}  // namespace

void push_basic_functions(lua_State* state) {
    push_functions(state, basic_entries);
}

}  // namespace cadran::script
